// Judge-capture judges a chrome://webrtc-internals dump call by call: what Chromium did, and what the specification
// requires.
//
//	judge-capture DUMP
//
// A dump is plain JSON or gzipped, as newer versions of Chromium save it.
//
// Exit status: 0 no deviation was found, 1 a deviation was found, 2 the oracle or the dump is missing.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"

	"example/jsep/jseporacle"
)

type dump struct {
	PeerConnections map[string]struct{ UpdateLog []entry }
}

func main() {
	if len(os.Args) != 2 {
		fail(errors.New("no dump: judge-capture DUMP"))
	}
	dump, err := readDump(os.Args[1])
	if err != nil {
		fail(err)
	}
	oracle, err := jseporacle.Start()
	if err != nil {
		fail(err)
	}
	found, err := judge(oracle, dump)
	if err != nil {
		fail(err)
	}
	if err := oracle.Stop(); err != nil {
		fail(err)
	}
	fmt.Println(found, "deviations or illegal calls")
	if found > 0 {
		os.Exit(1)
	}
}

func readDump(path string) (dump dump, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return dump, err
	}
	if bytes.HasPrefix(text, []byte{0x1f, 0x8b}) {
		reader, err := gzip.NewReader(bytes.NewReader(text))
		if err != nil {
			return dump, err
		}
		if text, err = io.ReadAll(reader); err != nil {
			return dump, err
		}
	}
	return dump, json.Unmarshal(text, &dump)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "judge-capture:", err)
	os.Exit(2)
}

func judge(oracle *jseporacle.Oracle, dump dump) (found int, err error) {
	names := []string{}
	for name := range dump.PeerConnections {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Println("Connection", name)
		if err := oracle.Create(name, nil); err != nil {
			return found, err
		}
		for _, call := range callsOf(dump.PeerConnections[name].UpdateLog) {
			finding, err := judgeCall(oracle, name, call)
			if err != nil {
				return found, err
			}
			if finding != "" {
				found++
			} else {
				finding = "conforms"
			}
			did := call.did() + ", " + call.state
			fmt.Printf("  %-32s %-30s %s\n", call.method+"("+call.description().Type+")", did, finding)
		}
	}
	return found, nil
}
