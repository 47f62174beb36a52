package jseporacle

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// ConnectionVector is a case of the vectors of connections. What is JSON of any shape stays as it is read.
type ConnectionVector struct {
	ID      string
	Options map[string]any
	Steps   []VectorStep
	After   map[string]map[string]any
}

// VectorStep is an input to one of the connections, "a" or "b", and what it must do. An empty state is the one before.
type VectorStep struct {
	Peer           string
	Input          map[string]any
	Effects        []any
	SignalingState string
}

// ConnectionVectors returns the vectors of connections in a folder, their texts and references written out.
func ConnectionVectors(folder string) ([]ConnectionVector, error) {
	text, err := os.ReadFile(filepath.Join(folder, "connection.json"))
	if err != nil {
		return nil, err
	}
	var file struct {
		Version    int
		SDP        map[string]string
		References map[string]any
		Cases      any
	}
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, err
	}
	if file.Version != 2 {
		return nil, fmt.Errorf("the vectors are of version %d, not 2", file.Version)
	}
	written, err := json.Marshal(writtenOut(file.Cases, file.SDP, file.References))
	if err != nil {
		return nil, err
	}
	var cases []ConnectionVector
	if err := json.Unmarshal(written, &cases); err != nil {
		return nil, err
	}
	for _, vector := range cases {
		for index := range vector.Steps {
			if vector.Steps[index].Peer == "" {
				vector.Steps[index].Peer = "a"
			}
		}
	}
	return cases, nil
}

func writtenOut(value any, texts map[string]string, references map[string]any) any {
	switch value := value.(type) {
	case []any:
		for index, item := range value {
			value[index] = writtenOut(item, texts, references)
		}
	case map[string]any:
		if name, isText := value["from"].(string); isText {
			return texts[name]
		}
		if name, isName := value["reference"].(string); isName {
			value["reference"] = references[name]
		}
		for key, member := range value {
			value[key] = writtenOut(member, texts, references)
		}
	}
	return value
}
