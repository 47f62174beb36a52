package jseporacle

import (
	"encoding/json"
	"fmt"
	"io"
)

// Report walks a stack and writes JSON Lines, or the deviations for people. It returns whether a deviation was found.
func Report(oracle *Oracle, stack Stack, asJSON bool, output io.Writer) (found bool, err error) {
	lines := json.NewEncoder(output)
	lines.SetEscapeHTML(false)
	calls, deviations := 0, map[string]int{}
	err = Walk(oracle, stack, func(judged Judged) {
		calls++
		if judged.Code != nil {
			deviations[*judged.Code]++
		}
		if asJSON {
			_ = lines.Encode(judged)
		} else if judged.Code != nil && deviations[*judged.Code] == 1 {
			judged.write(output)
		}
	})
	if err != nil {
		return false, err
	}
	if asJSON {
		err = lines.Encode(done{true, stack.Name, stack.Version, calls})
	} else {
		kinds := len(deviations)
		_, err = fmt.Fprintf(output, "%s %s: %d calls, %d different deviations\n", stack.Name, stack.Version, calls, kinds)
	}
	return len(deviations) > 0, err
}

type done struct {
	Done    bool   `json:"done"`
	Stack   string `json:"stack"`
	Version string `json:"version"`
	Calls   int    `json:"calls"`
}

func (judged Judged) write(output io.Writer) {
	fmt.Fprintf(output, "%s\n  expected  %s\n  observed  %s\n", *judged.Code, judged.Expected, judged.Observed)
	for _, call := range judged.Reproduction {
		fmt.Fprintln(output, "    "+call)
	}
}
