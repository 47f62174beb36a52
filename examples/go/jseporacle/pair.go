package jseporacle

// A pair of peer connections: a is judged, and the oracle's session follows it; b creates the offers and answers that
// are set on a.
type pair struct {
	a, b      Peer
	session   Session
	foreign   map[string]string // an offer and an answer of other connections, used when b can create none
	offerOfB  string            // the offer that waits for an answer
	answered  string            // the last offer of a that b answered
	answerOfB string
}

func newPair(oracle *Oracle, stack Stack, foreign map[string]string) (*pair, error) {
	a, err := stack.NewPeer()
	if err != nil {
		return nil, err
	}
	b, err := stack.NewPeer()
	if err != nil {
		return nil, err
	}
	return &pair{a: a, b: b, session: Session{SignalingState: "stable"}, foreign: foreign}, oracle.Create("a", nil)
}

func (pair *pair) close(oracle *Oracle) error {
	_, _ = pair.a.Call("close", nil)
	_, _ = pair.b.Call("close", nil)
	return oracle.Drop("a")
}

func (pair *pair) sdpOfB(sdpType string) (string, error) {
	if sdpType == "offer" {
		return pair.offer()
	}
	return pair.answer()
}

func (pair *pair) offer() (string, error) {
	if pair.offerOfB == "" && pair.b.SignalingState() == "stable" {
		offer, err := pair.b.Call("createOffer", nil)
		if err != nil {
			return "", err
		}
		pair.offerOfB = offer
	}
	if pair.offerOfB == "" {
		return pair.foreign["offer"], nil
	}
	return pair.offerOfB, nil
}

func (pair *pair) answer() (string, error) {
	pending := pair.session.PendingLocalDescription
	if pending == nil || pending.Type != "offer" {
		return pair.foreign["answer"], nil
	}
	if pair.answered != pending.SDP || pair.b.SignalingState() == "stable" {
		answer, err := answerTo(pair.b, pending.SDP)
		if err != nil {
			return "", err
		}
		pair.answered, pair.answerOfB, pair.offerOfB = pending.SDP, answer, ""
	}
	return pair.answerOfB, nil
}

// keepBInStep brings b where it must be after a has applied a description.
func (pair *pair) keepBInStep(method string, description Description) (err error) {
	switch state := pair.b.SignalingState(); {
	case description.Type == "rollback" && state == "have-local-offer":
		pair.offerOfB = ""
		_, err = pair.b.Call(setLocal, &description)
	case description.Type == "rollback" && state != "stable":
		_, err = pair.b.Call(setRemote, &description)
	case method == setRemote && description == Description{"offer", pair.offerOfB} && state == "stable":
		_, err = pair.b.Call(setLocal, &description)
	case method == setRemote && description == Description{"answer", pair.answerOfB}:
		_, err = pair.b.Call(setLocal, &description)
	case method == setLocal && description.Type == "answer" && pair.offerOfB != "":
		pair.offerOfB = ""
		_, err = pair.b.Call(setRemote, pair.session.CurrentLocalDescription)
	}
	return err
}

func answerTo(peer Peer, offer string) (string, error) {
	if _, err := peer.Call(setRemote, &Description{Type: "offer", SDP: offer}); err != nil {
		return "", err
	}
	return peer.Call("createAnswer", nil)
}

// foreignDescriptions returns an offer and an answer of connections that are closed.
func (stack Stack) foreignDescriptions() (map[string]string, error) {
	one, err := stack.NewPeer()
	if err != nil {
		return nil, err
	}
	other, err := stack.NewPeer()
	if err != nil {
		return nil, err
	}
	offer, err := one.Call("createOffer", nil)
	if err != nil {
		return nil, err
	}
	answer, err := answerTo(other, offer)
	_, _ = one.Call("close", nil)
	_, _ = other.Call("close", nil)
	return map[string]string{"offer": offer, "answer": answer}, err
}
