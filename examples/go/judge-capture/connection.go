package main

import (
	"fmt"
	"strings"

	"example/jsep/jseporacle"
)

// A connection of the dump, and the oracle's session that follows it.
type connection struct {
	oracle  *jseporacle.Oracle
	name    string
	history []request // the requests that led the session to its state
}

type request func() (jseporacle.Outcome, error)

// judge returns what is wrong with a call, or "". Afterwards the oracle's session is in Chromium's state.
func (connection *connection) judge(call call) (string, error) {
	if call.applied && call.argument == nil && call.result != nil {
		if err := connection.reportCreated(*call.result); err != nil {
			return "", err
		}
	}
	if strings.HasPrefix(call.method, "create") {
		return "", nil
	}
	ask := func() (jseporacle.Outcome, error) {
		return connection.oracle.Ask(connection.name, call.method, call.argument, "")
	}
	outcome, err := connection.do(ask)
	if err != nil {
		return "", err
	}
	switch refused := outcome.Rejection != nil; {
	case call.applied && refused:
		// If Chromium had created that description itself, it would be legal: continue as if it had.
		if err := connection.reportCreated(call.description()); err != nil {
			return "", err
		}
		_, err := connection.do(ask)
		return "MUST BE REFUSED  " + reason(outcome), err
	case !call.applied && !refused:
		return "MUST BE APPLIED", connection.takeBack()
	case outcome.Session.SignalingState != call.state:
		return fmt.Sprintf("MUST LEAD TO %s", outcome.Session.SignalingState), nil
	case refused:
		return "ILLEGAL CALL  " + reason(outcome), nil
	}
	return "", nil
}

func reason(outcome jseporacle.Outcome) string {
	return outcome.Rejection.Code + ": " + outcome.Rejection.Message
}

func (connection *connection) reportCreated(description jseporacle.Description) error {
	report := connection.oracle.AnswerCreated
	if description.Type == "offer" {
		report = connection.oracle.OfferCreated
	}
	_, err := connection.do(func() (jseporacle.Outcome, error) { return report(connection.name, description.SDP) })
	return err
}

func (connection *connection) do(request request) (jseporacle.Outcome, error) {
	connection.history = append(connection.history, request)
	return request()
}

// takeBack replaces the session by one without the last request, which Chromium refused.
func (connection *connection) takeBack() error {
	connection.history = connection.history[:len(connection.history)-1]
	if err := connection.oracle.Drop(connection.name); err != nil {
		return err
	}
	if err := connection.oracle.Create(connection.name, nil); err != nil {
		return err
	}
	for _, request := range connection.history {
		if _, err := request(); err != nil {
			return err
		}
	}
	return nil
}
