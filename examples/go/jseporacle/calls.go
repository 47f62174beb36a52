package jseporacle

import (
	"errors"
	"strings"
)

const setLocal, setRemote = "setLocalDescription", "setRemoteDescription"

var errNothingCreated = errors.New("the call would set a description that has not been created")

type argument func(*pair) (*Description, error)

// A call that is tried in every state: its text in a reproduction, and what gives its argument.
type call struct {
	text     string
	argument argument
}

func (call call) method() string {
	return call.text[:strings.Index(call.text, "(")]
}

var calls = []call{
	{"createOffer()", just(nil)},
	{"createAnswer()", just(nil)},
	{setLocal + "(offer)", own("offer")},
	{setLocal + "(pranswer)", own("pranswer")},
	{setLocal + "(answer)", own("answer")},
	{setLocal + "(munged offer)", munged("offer")},
	{setLocal + "(munged answer)", munged("answer")},
	{setLocal + "(rollback)", just(&Description{Type: "rollback"})},
	{setLocal + "()", just(nil)},
	{setLocal + "(offer without SDP)", just(&Description{Type: "offer"})},
	{setLocal + "(answer without SDP)", just(&Description{Type: "answer"})},
	{setRemote + "(offer)", fromB("offer")},
	{setRemote + "(pranswer)", fromB("pranswer")},
	{setRemote + "(answer)", fromB("answer")},
	{setRemote + "(rollback)", just(&Description{Type: "rollback"})},
	{setRemote + "(garbage offer)", just(&Description{Type: "offer", SDP: "garbage"})},
	{setRemote + "(garbage answer)", just(&Description{Type: "answer", SDP: "garbage"})},
	{setRemote + "(offer without v= line)", fromB("offer", "v=")},
	{setRemote + "(offer without ICE credentials)", fromB("offer", "a=ice-ufrag:", "a=ice-pwd:")},
	{setRemote + "(SDP without type)", just(&Description{SDP: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"})},
	{"close()", just(nil)},
}

func just(description *Description) argument {
	return func(*pair) (*Description, error) { return description, nil }
}

func own(sdpType string) argument {
	return func(pair *pair) (*Description, error) {
		sdp := pair.session.LastCreatedAnswer
		if sdpType == "offer" {
			sdp = pair.session.LastCreatedOffer
		}
		if sdp == "" {
			return nil, errNothingCreated
		}
		return &Description{Type: sdpType, SDP: sdp}, nil
	}
}

func munged(sdpType string) argument {
	return func(pair *pair) (*Description, error) {
		sdp := strings.Replace(pair.foreign[sdpType], "\r\ns=-", "\r\ns=munged", 1)
		return &Description{Type: sdpType, SDP: sdp}, nil
	}
}

func fromB(sdpType string, leftOut ...string) argument {
	return func(pair *pair) (*Description, error) {
		sdp, err := pair.sdpOfB(sdpType)
		kept := ""
		for _, line := range strings.SplitAfter(sdp, "\n") {
			if !startsWithAny(line, leftOut) {
				kept += line
			}
		}
		return &Description{Type: sdpType, SDP: kept}, err
	}
}

func startsWithAny(line string, starts []string) bool {
	for _, start := range starts {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}
