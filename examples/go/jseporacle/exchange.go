package jseporacle

import (
	"encoding/json"
	"fmt"
)

type request struct {
	ID          int            `json:"id"`
	Op          string         `json:"op"`
	Session     string         `json:"session,omitempty"`
	Connection  string         `json:"connection,omitempty"`
	Input       any            `json:"input,omitempty"`
	Brief       bool           `json:"brief,omitempty"`
	Options     map[string]any `json:"options,omitempty"`
	Description *Description   `json:"description,omitempty"`
	SDP         *string        `json:"sdp,omitempty"`
	State       string         `json:"state,omitempty"`
	Side        string         `json:"side,omitempty"`
	Type        string         `json:"type,omitempty"`
	Profile     string         `json:"profile,omitempty"`
	Message     *string        `json:"message,omitempty"`
	Call        string         `json:"call,omitempty"`
	Observed    *Observed      `json:"observed,omitempty"`
}

type answer struct {
	ID             int
	Fault          *string
	Outcome        *Outcome
	State          string
	Version        int
	Specifications json.RawMessage
	Judgement
	Stepped
}

// ask sends a request and reads its answer. The oracle reads a whole request before it answers, so that long lines cannot
// make the two wait for each other.
func (oracle *Oracle) ask(request request) (answer, error) {
	oracle.mutex.Lock()
	defer oracle.mutex.Unlock()
	oracle.lastID++
	request.ID = oracle.lastID
	var answer answer
	line, err := json.Marshal(request)
	if err != nil {
		return answer, err
	}
	if _, err := oracle.input.Write(append(line, '\n')); err != nil {
		return answer, fmt.Errorf("%w: %v", ErrEnded, err)
	}
	line, err = oracle.output.ReadBytes('\n')
	if err != nil {
		return answer, fmt.Errorf("%w: %v", ErrEnded, err)
	}
	if err := json.Unmarshal(line, &answer); err != nil {
		return answer, fmt.Errorf("%w: another program answered: %.80q", ErrEnded, line)
	}
	if answer.Fault != nil {
		return answer, Fault(*answer.Fault)
	}
	if answer.ID != request.ID {
		return answer, fmt.Errorf("%w: the answer belongs to another request", ErrEnded)
	}
	return answer, nil
}
