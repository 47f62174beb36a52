package jseporacle

import (
	"errors"
	"fmt"
	"time"
)

// ErrNotOffered says that the API of a stack does not offer a call.
var ErrNotOffered = errors.New("the API does not offer it")

// Peer is a peer connection of a stack.
type Peer interface {
	// Call makes a call of that name: createOffer, createAnswer, setLocalDescription, setRemoteDescription or close.
	// A nil description is a call without an argument. Call returns the SDP that was created, or "".
	Call(method string, description *Description) (created string, err error)
	SignalingState() string
	// SlotTypes is the type in each of SlotNames that is not empty.
	SlotTypes() map[string]string
}

// Stack is an implementation to be judged.
type Stack struct {
	Name, Version string
	NewPeer       func() (Peer, error)
	// ErrorName is the name of an error. Specified is false for a name that is not from the specification: then the
	// name is not judged.
	ErrorName func(error) (name string, specified bool)
}

const timeLimit = 5 * time.Second // in which a call must end

// observe makes a call. It returns what was observed, or nil if the API does not offer it; and the SDP that it created.
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
