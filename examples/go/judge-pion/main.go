// Judge-pion judges Pion in every signaling state that it reaches while it conforms, with `jsep-machine serve` as the
// oracle.
//
//	judge-pion [--json] [--pion-version VERSION]
//
// Exit status: 0 no deviation was found, 1 a deviation was found, 2 the oracle is missing, or Pion does not work at all.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"example/jsep/jseporacle"
)

func main() {
	asJSON := flag.Bool("json", false, "JSON Lines, for programs")
	version := flag.String("pion-version", builtVersion(), "the version to report if the build does not hold it")
	flag.Parse()
	oracle, err := jseporacle.Start()
	if err != nil {
		fail(err)
	}
	stack := jseporacle.Stack{Name: "Pion", Version: *version, NewPeer: newPeer, ErrorName: errorName}
	found, err := jseporacle.Report(oracle, stack, *asJSON, os.Stdout)
	if err != nil {
		fail(err)
	}
	if err := oracle.Stop(); err != nil {
		fail(err)
	}
	if found {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "judge-pion:", err)
	os.Exit(2)
}

// Only a build with modules holds the versions of its modules.
func builtVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if module.Path == "github.com/pion/webrtc/v3" {
				return module.Version
			}
		}
	}
	return "unknown"
}
