// Vectors-pion runs the vectors of connections on Pion, as far as its API allows.
//
//	vectors-pion FOLDER, that of the vectors
//
// Exit status: 0 no case differs, 1 a case differs, 2 the vectors are missing.
package main

import (
	"fmt"
	"os"
	"time"

	"example/jsep/jseporacle"
	"github.com/pion/webrtc/v3"
)

const timeLimit = 5 * time.Second // within which a call must end

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: vectors-pion FOLDER, that of the vectors")
		os.Exit(2)
	}
	vectors, err := jseporacle.ConnectionVectors(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	results := jseporacle.VectorResults{}
	for _, vector := range vectors {
		difference, leftOut := run(vector)
		results.Add(difference, leftOut)
	}
	if results.Print(os.Stdout) {
		os.Exit(1)
	}
}

// run returns the first difference, or why the case is left out.
func run(vector jseporacle.ConnectionVector) (difference, leftOut string) {
	calls, leftOut := vector.Calls()
	if leftOut != "" {
		return "", leftOut
	}
	connection, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return err.Error(), ""
	}
	defer connection.Close()
	peer := &vectorPeer{connection, map[string]webrtc.TrackLocal{}}
	for _, call := range calls {
		outcome := "applied"
		err := inTime(func() error { return peer.call(call.Input) })
		if reason, isReason := err.(notCalled); isReason {
			return "", "not called: " + string(reason)
		}
		if err != nil {
			outcome = "an error"
		}
		if (outcome == "applied") != (call.Outcome == "applied") {
			return fmt.Sprintf("%s: expected %s, found %s", call.Name(), call.Outcome, outcome), ""
		}
		if state := connection.SignalingState().String(); state != call.State {
			return fmt.Sprintf("%s: expected %s after it, found %s", call.Name(), call.State, state), ""
		}
	}
	return jseporacle.TransceiverDifference(vector, peer.transceivers()), ""
}

// inTime makes a call; a panic is an error.
func inTime(call func() error) (err error) {
	ended := make(chan error, 1)
	go func() {
		defer func() {
			if reason := recover(); reason != nil {
				ended <- fmt.Errorf("panic: %v", reason)
			}
		}()
		ended <- call()
	}()
	select {
	case err := <-ended:
		return err
	case <-time.After(timeLimit):
		return fmt.Errorf("unsettled")
	}
}
