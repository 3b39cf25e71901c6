# make does what CI does. The single steps are for working on the program.

GOFUMPT = go run mvdan.cc/gofumpt@v0.12.0
STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
LINT = go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GORELEASER = go run github.com/goreleaser/goreleaser/v2@v2.15.1
FUZZTIME = 30s
ROUNDS = 60

.PHONY: all check fmt lint test race torture golden generated pictures bench fuzz run release-check release-dry

all: check

check: ## everything CI does
	.ci/run

run: ## the reader
	go run .

fmt: ## write the formatting CI asks for
	$(GOFUMPT) -w .

lint: ## the strict linter; .golangci.yml says what and why
	$(LINT) run

test:
	CGO_ENABLED=0 go test ./...

race: ## the tests with the race detector; .ci/race -run NAME ./ui runs some
	.ci/race

torture: ## kill -9, full disks, damaged files, signals: the program itself, ROUNDS times
	CGO_ENABLED=0 go build -o $(CURDIR)/dist/torture/depesche .
	TORTURE_BIN=$(CURDIR)/dist/torture/depesche TORTURE_ROUNDS=$(ROUNDS) go test -count=1 -timeout 30m -v -run '^Test(Killed|FileSize|ReadOnly|Damaged|Newer|Signals|Marks|TwoPrograms|TwoScreens|DiskFull)' .

golden: ## write the golden files anew; read the diff
	go test . ./cache ./feed/extract ./feed/opml ./feed/parse ./ui ./ui/page -update

generated: ## manual page, completions, example configuration
	go test . -run TestGeneratedFilesCurrent -update

pictures: ## the README's pictures, from real screens
	go run ./ui/gallery

bench: ## what the reader waits for
	go test -run '^$$' -bench . -benchmem ./...
	DEPESCHE_GROWTH="1000 10000 100000" go test -count=1 -timeout 60m -v -run '^TestGrowth$$' ./cache
	go run ./ui/speed

fuzz: ## every fuzz target in turn, FUZZTIME each
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "== $$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$p || exit 1; \
	  done; done

release-check:
	$(GORELEASER) check

release-dry: ## archives in dist/, nothing published
	$(GORELEASER) release --snapshot --clean
