package jseporacle

import (
	"errors"
	"fmt"
	"time"
)

// ErrNotOffered says that a stack's API does not let one say that.
var ErrNotOffered = errors.New("the API does not offer it")

// Peer is a peer connection of a stack.
type Peer interface {
	// Call makes a call of that name: createOffer, createAnswer, setLocalDescription, setRemoteDescription or close.
	// A nil description is a call without an argument. It gives the SDP that the call has created, or "".
	Call(method string, description *Description) (created string, err error)
	SignalingState() string
	// SlotTypes is the type of what each of SlotNames holds, where it holds anything.
	SlotTypes() map[string]string
}

// Stack is an implementation to be judged.
type Stack struct {
	Name, Version string
	NewPeer       func() (Peer, error)
	// ErrorName is the specification's name for an error, or its own words. Of one that is not specified, only that it
	// is a refusal is judged.
	ErrorName func(error) (name string, specified bool)
}

const timeLimit = 5 * time.Second // in which a call must come to an end

// observe makes a call: what came of it, nil where it is not offered; and what it created.
func (stack Stack) observe(peer Peer, method string, description *Description) (*Observed, string) {
	created, ended := "", make(chan error, 1)
	go func() {
		defer func() {
			if reason := recover(); reason != nil {
				ended <- fmt.Errorf("panic: %v", reason)
			}
		}()
		sdp, err := peer.Call(method, description)
		if err == nil {
			created = sdp
		}
		ended <- err
	}()
	observed := Observed{Outcome: "applied"}
	select {
	case err := <-ended:
		if err == ErrNotOffered {
			return nil, ""
		}
		if err != nil {
			observed.Outcome = "rejected"
			observed.Error, observed.Specified = stack.ErrorName(err)
		}
	case <-time.After(timeLimit):
		return &Observed{Outcome: "unsettled"}, ""
	}
	observed.State, observed.Slots = peer.SignalingState(), peer.SlotTypes()
	return &observed, created
}
