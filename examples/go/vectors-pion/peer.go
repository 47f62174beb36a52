package main

import (
	"time"

	"github.com/pion/webrtc/v3"
)

// notCalled says why a call cannot be made: the API does not have it, or it is not translated.
type notCalled string

func (missing notCalled) Error() string { return string(missing) }

type vectorPeer struct {
	*webrtc.PeerConnection
	tracks map[string]webrtc.TrackLocal
}

// call makes a call of the vectors. A local description without SDP is created and set.
func (peer *vectorPeer) call(call map[string]any) error {
	switch method := call["method"].(string); method {
	case "createOffer":
		if options, given := call["options"].(map[string]any); given {
			if options["iceRestart"] != true {
				return notCalled("no legacy options of createOffer()")
			}
			_, err := peer.CreateOffer(&webrtc.OfferOptions{ICERestart: true})
			return err
		}
		_, err := peer.CreateOffer(nil)
		return err
	case "createAnswer":
		_, err := peer.CreateAnswer(nil)
		return err
	case "setLocalDescription":
		return peer.setLocal(call)
	case "setRemoteDescription":
		given, _ := call["description"].(map[string]any)
		sdpType, _ := given["type"].(string)
		sdp, _ := given["sdp"].(string)
		if sdpType == "" {
			return notCalled("no description without a type")
		}
		return peer.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.NewSDPType(sdpType), SDP: sdp})
	case "addTransceiver":
		return peer.addTransceiver(call)
	case "addTrack":
		track, err := peer.track(call["track"])
		if err != nil {
			return err
		}
		_, err = peer.AddTrack(track)
		return err
	case "removeTrack", "replaceTrack", "stop":
		return peer.onTransceiver(method, call)
	case "createDataChannel":
		if call["init"] != nil {
			return notCalled("the init of createDataChannel() is not translated")
		}
		_, err := peer.CreateDataChannel(call["label"].(string), nil)
		return err
	case "close":
		return peer.Close()
	case "addIceCandidate":
		return notCalled("no candidate without an address")
	case "setConfiguration", "setCodecPreferences":
		return notCalled(method + "() is not translated")
	default:
		return notCalled("no " + method + "()")
	}
}

func (peer *vectorPeer) setLocal(call map[string]any) error {
	given, _ := call["description"].(map[string]any)
	sdpType, _ := given["type"].(string)
	if sdpType == "" && given["sdp"] != nil {
		return notCalled("no description without a type")
	}
	if sdpType == "" { // it is created, as the specification says, by the state
		sdpType = "offer"
		if state := peer.SignalingState(); state == webrtc.SignalingStateHaveRemoteOffer || state == webrtc.SignalingStateHaveLocalPranswer {
			sdpType = "answer"
		}
	}
	description := webrtc.SessionDescription{Type: webrtc.NewSDPType(sdpType)}
	switch sdpType {
	case "rollback":
	case "offer":
		created, err := peer.CreateOffer(nil)
		if err != nil {
			return err
		}
		description.SDP = created.SDP
	default:
		created, err := peer.CreateAnswer(nil)
		if err != nil {
			return err
		}
		description.SDP = created.SDP
	}
	// Two gatherings at a time can end Pion's process: the next call waits.
	gathered := webrtc.GatheringCompletePromise(peer.PeerConnection)
	err := peer.SetLocalDescription(description)
	if err == nil && peer.ICEGatheringState() == webrtc.ICEGatheringStateGathering {
		select {
		case <-gathered:
		case <-time.After(timeLimit / 2):
		}
	}
	return err
}

func (peer *vectorPeer) addTransceiver(call map[string]any) error {
	kind, isKind := call["trackOrKind"].(string)
	if !isKind || webrtc.NewRTPCodecType(kind) == 0 {
		return notCalled("no addTransceiver() of another kind than audio and video")
	}
	init, _ := call["init"].(map[string]any)
	if init["sendEncodings"] != nil {
		return notCalled("no sendEncodings without SSRCs")
	}
	direction, isDirection := init["direction"].(string)
	if !isDirection {
		direction = "sendrecv"
	}
	_, err := peer.AddTransceiverFromKind(webrtc.NewRTPCodecType(kind), webrtc.RTPTransceiverInit{
		Direction: webrtc.NewRTPTransceiverDirection(direction),
	})
	return err
}

// track returns the track with the id of a given one, made once.
func (peer *vectorPeer) track(value any) (webrtc.TrackLocal, error) {
	given, isTrack := value.(map[string]any)
	if !isTrack {
		return nil, notCalled("no track that is missing")
	}
	id, kind := given["id"].(string), given["kind"].(string)
	if known := peer.tracks[id]; known != nil {
		return known, nil
	}
	mimeType := map[string]string{"audio": webrtc.MimeTypeOpus, "video": webrtc.MimeTypeVP8}[kind]
	track, err := webrtc.NewTrackLocalStaticSample(webrtc.RTPCodecCapability{MimeType: mimeType}, id, "s")
	peer.tracks[id] = track
	return track, err
}

func (peer *vectorPeer) onTransceiver(method string, call map[string]any) error {
	index, all := int(call["transceiver"].(float64)), peer.GetTransceivers()
	if index >= len(all) {
		return notCalled("no transceiver of another connection")
	}
	transceiver := all[index]
	switch method {
	case "removeTrack":
		return peer.RemoveTrack(transceiver.Sender())
	case "stop":
		return transceiver.Stop()
	}
	if call["track"] == nil {
		return transceiver.Sender().ReplaceTrack(nil)
	}
	track, err := peer.track(call["track"])
	if err != nil {
		return err
	}
	return transceiver.Sender().ReplaceTrack(track)
}

// transceivers returns what Pion shows: it has no current direction.
func (peer *vectorPeer) transceivers() []map[string]any {
	all := []map[string]any{}
	for _, one := range peer.GetTransceivers() {
		seen := map[string]any{"kind": one.Kind().String(), "direction": one.Direction().String(), "mid": nil}
		if one.Mid() != "" {
			seen["mid"] = one.Mid()
		}
		all = append(all, seen)
	}
	return all
}
