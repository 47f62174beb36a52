// Command run-vectors runs the vectors of connections: inputs and the effects that each must have, in order.
//
//	go run ./run-vectors node_modules/jsep-machine/vectors
//
// Here the machine under test is the oracle's own step; put yours in the place of oracleMachine.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"example/jsep/jseporacle"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: run-vectors FOLDER, that of the vectors")
		os.Exit(2)
	}
	failures, count, err := run(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Printf("%d of %d failed\n", failures, count)
	if failures > 0 {
		os.Exit(1)
	}
}

func run(folder string) (failures, count int, err error) {
	cases, err := jseporacle.ConnectionVectors(folder)
	if err != nil {
		return 0, 0, err
	}
	oracle, err := jseporacle.Start()
	if err != nil {
		return 0, 0, err
	}
	defer oracle.Stop()
	for _, vector := range cases {
		failure, err := failureOf(vector, func(name string) (machine, error) {
			return newOracleMachine(oracle, name, vector.Options)
		})
		if err != nil {
			return 0, 0, err
		}
		if failure != "" {
			failures++
			fmt.Printf("%s: %s\n", vector.ID, failure)
		}
	}
	return failures, len(cases), nil
}

// machine is a connection under test.
type machine interface {
	// step gives it an input and returns its effects, in order.
	step(input any) ([]any, error)
	// seen returns what `after` has: signalingState, negotiationNeeded, the four slots, and the transceivers.
	seen() (map[string]any, error)
	drop() error
}

// oracleMachine is the connection of `jsep-machine serve`.
type oracleMachine struct {
	oracle *jseporacle.Oracle
	name   string
}

func newOracleMachine(oracle *jseporacle.Oracle, name string, options map[string]any) (machine, error) {
	return oracleMachine{oracle, name}, oracle.CreateConnection(name, options)
}

func (machine oracleMachine) step(input any) ([]any, error) {
	stepped, err := machine.oracle.Step(machine.name, input, true)
	if err != nil {
		return nil, err
	}
	var effects []any
	err = json.Unmarshal(stepped.Effects, &effects)
	return effects, err
}

func (machine oracleMachine) seen() (map[string]any, error) {
	// An input that does not fit changes nothing.
	stepped, err := machine.oracle.Step(machine.name, map[string]any{"type": ""}, false)
	if err != nil {
		return nil, err
	}
	var connection struct {
		Session           map[string]any
		NegotiationNeeded bool
		Transceivers      struct {
			Height int
			Root   []any
		}
	}
	if err := json.Unmarshal(stepped.Connection, &connection); err != nil {
		return nil, err
	}
	seen := map[string]any{"negotiationNeeded": connection.NegotiationNeeded}
	for _, name := range append([]string{"signalingState"}, jseporacle.SlotNames...) {
		seen[name] = connection.Session[name]
	}
	transceivers := []any{}
	for _, transceiver := range items(connection.Transceivers.Root, connection.Transceivers.Height) {
		transceivers = append(transceivers, transceiverSeen(transceiver.(map[string]any)))
	}
	seen["transceivers"] = transceivers
	return seen, nil
}

func (machine oracleMachine) drop() error { return machine.oracle.DropConnection(machine.name) }

// items returns the items of a list, which is a tree of arrays.
func items(nodes []any, height int) []any {
	if height == 0 {
		return nodes
	}
	all := []any{}
	for _, node := range nodes {
		all = append(all, items(node.([]any), height-1)...)
	}
	return all
}

func transceiverSeen(transceiver map[string]any) map[string]any {
	seen := map[string]any{}
	for _, name := range []string{"id", "kind", "mid", "direction", "currentDirection", "stopped"} {
		seen[name] = transceiver[name]
	}
	sender := transceiver["sender"].(map[string]any)
	rids := []any{}
	for _, encoding := range sender["sendEncodings"].([]any) {
		rids = append(rids, encoding.(map[string]any)["rid"])
	}
	seen["track"], seen["rids"] = sender["track"], rids
	return seen
}
