package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"depesche/ui/fault"
)

// job is a line of input in the --lines modes: who asks, and about which file.
type job struct {
	ID      json.RawMessage   `json:"id"`
	URL     string            `json:"url"`
	Path    string            `json:"path"`
	Headers map[string]string `json:"headers"`
	Kind    string            `json:"kind"`
}

// lines answers each line of standard input with a line on standard output,
// in the order in which they are ready, flushed one by one. What is wrong with
// one is said in its answer; the others do not notice.
func (a *app) lines(ctx context.Context, workers int, answer func(job) ([]byte, error)) error {
	in := make(chan []byte)
	out := make(chan []byte)
	var crew sync.WaitGroup
	for range workers {
		crew.Go(func() {
			for line := range in {
				out <- a.answered(line, answer)
			}
		})
	}
	var broken error
	go func() {
		broken = readLines(ctx, a.stdin(), in)
		close(in)
		crew.Wait()
		close(out)
	}()
	var lost error
	for line := range out {
		if lost == nil {
			_, lost = a.stdout.Write(append(a.json(line), '\n'))
		}
		if lost == nil {
			lost = a.stdout.Flush()
		}
	}
	return errors.Join(lost, broken, ctx.Err())
}

func readLines(ctx context.Context, r io.Reader, to chan<- []byte) error {
	br := bufio.NewReaderSize(r, 64<<10)
	for {
		line, err := br.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			select {
			case to <- line:
			case <-ctx.Done():
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// answered never fails: a bad line, an unreadable file and a defect of ours
// are all told in the answer.
func (a *app) answered(line []byte, answer func(job) ([]byte, error)) (out []byte) {
	var j job
	defer func() {
		if r := recover(); r != nil {
			a.logger().Error("panic", "id", string(j.ID), "value", fmt.Sprint(r), "stack", string(debug.Stack()))
			out = failure(j, a.text.Errors.Internal)
		}
	}()
	if err := json.Unmarshal(line, &j); err != nil {
		return failure(j, a.text.CLI.BadLine(err.Error()))
	}
	got, err := answer(j)
	if err != nil {
		return failure(j, fault.Sentence(a.text, err))
	}
	return got
}

// failure is an answer with nothing but what went wrong.
func failure(j job, why string) []byte {
	out, err := spliced(nil, member{"id", id(j)}, member{"error", why})
	if err != nil { // the id is not JSON
		return []byte(`{"id":null,"error":"the line is no JSON"}`)
	}
	return out
}

// id is the job's own, null where it has none.
func id(j job) json.RawMessage {
	if len(j.ID) == 0 {
		return json.RawMessage("null")
	}
	return j.ID
}
