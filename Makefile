# Từng Bước. "make run" opens the kiosk, "make test" checks everything; both
# install what they need first. The other targets are for daily work.

WAILS := .tools/bin/wails
TAGS  := $(shell sed -n 's/.*"build:tags": "\(.*\)".*/\1/p' wails.json)
TEST  := @$(MAKE) --no-print-directory
SHOTS ?= build/shots

export CGO_ENABLED = 1

.PHONY: run test build dev bench dist deps bindings review clean quick screens pictures manual \
        test-go test-frontend test-e2e test-window test-windows test-dist chaos soak lint help

help: ## list the targets
	@awk -F ':.*## ' '/^##@/ {print "\n" substr($$0, 5)} /^[a-z0-9-]+:.*## / {printf "  %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ Using it

run: build ## build and open the kiosk (on a virtual screen where there is none)
	@build/tools/run.sh

build: ## build/bin/tungbuoc, which watches over build/bin/tungbuoc-kiosk
	@build/tools/deps.sh build
	go generate ./backend/content ./backend/search
	GOFLAGS=-buildvcs=false $(WAILS) build -m -nosyncgomod -trimpath -tags compiled # the same bytes in every folder
	CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags '-s -w' -o build/bin/tungbuoc ./backend/launcher

dist: build ## dist/: programs, Debian package, Windows set-up, list of parts, check sums
	@build/tools/deps.sh build dist
	@build/tools/dist.sh

##@ While working

quick: ## under a minute: formatting, vet, changed packages, types of the pages
	@build/tools/deps.sh build test
	@build/tools/quick.sh

dev: ## live reload in the browser, against the real Go backend
	@build/tools/deps.sh build
	@build/tools/dev.sh

bindings: ## regenerate frontend/wailsjs after changing a bound method
	@build/tools/deps.sh build
	$(WAILS) generate module -tags $(TAGS)
	@chmod 644 frontend/wailsjs/runtime/* # as building leaves them, and git keeps them

review: build ## build/review/tung-buoc.html: all lessons on one page, for a person to read through
	@mkdir -p build/review
	@build/bin/tungbuoc content review --out build/review/tung-buoc.html

##@ Checking

test: ## install what is needed and run every check; writes nothing that git keeps
	@build/tools/deps.sh build test
	$(TEST) lint test-frontend build test-go test-e2e test-window
	$(if $(shell command -v wine || command -v apt-get),$(TEST) test-windows) # where Wine is or can be had
	@echo "make test: all passed"

lint: ## formatting, vet, static checks, generated files
	@build/tools/lint.sh

# Tests that take minutes under the race detector and have nothing for it: one goroutine each.
PLAIN = EveryServiceOpens|EnglishIsEnglish|PartsNotYetTranslated|ShippedLessonsEnd|WhatIsTaughtIsSeen|EveryPathOfEveryLesson|NoSpoiledLine|LettersThatAreNotOurs|CompiledPackIsTheSame|ReadByZbar|OggThatPlayersPlay|ShippedPackCanBeDrawn|LittleOfTheGlass|EverythingShippedCanBeSaid|ShortTitlesFit

test-go: ## Go tests
	go test -timeout 40m . ./backend/...
	cd backend/safefile/powercut && go test .
	go generate ./backend/content ./backend/search && go test -tags compiled -run 'Built|Open' ./backend/content ./backend/search
	go test -timeout 40m -race -skip '$(PLAIN)' ./backend/desktop ./backend/edition ./backend/paper ./backend/recordings ./backend/instance ./backend/worker ./backend/qr ./backend/printer ./backend/speech ./backend/sqlite # but what walks the whole pack in one goroutine
	go test -race -run 'AtOnce|Wait|Import|Refresh|Kept' ./backend/search ./backend/picture ./backend/content ./backend/guide # their other tests are one goroutine each

test-frontend: ## types, lint and unit tests of the screens
	cd frontend && npm run check && npm run lint && npm test && npm run build

test-e2e: ## every screen in Chromium against the real backend, with axe
	cd frontend && npm run e2e

test-window: ## the main journey on the real binary, by touch; pictures in build/shots
	@mkdir -p $(SHOTS)
	TUNGBUOC_KEEP_SHOTS=$(CURDIR)/$(SHOTS) go test -count=1 -timeout 40m -parallel 3 -tags window ./backend/e2e/window # those that mostly wait, beside each other

test-windows: ## the Windows program, under Wine
	@build/tools/deps.sh build windows
	@build/tools/windows.sh
	go test -count=1 -tags wine ./backend/e2e/windows

test-dist: build ## what make dist makes: same bytes twice; installed, started, upgraded, removed
	@build/tools/deps.sh build test windows dist
	@build/tools/testdist.sh

##@ Long runs

KILLS    ?= 1000
ROUNDS   ?= 5
SESSIONS ?= 2000
LONG     ?= docs/benchmarks

chaos: build ## kill it KILLS=1000 times, spoil its files, hurt its window ROUNDS=5 times; SEED=17 gives the same again
	go test -count=1 -v -timeout 12h ./backend/e2e/chaos -every -kills $(KILLS) -seed $(or $(SEED),17)
	go test -count=1 -v -timeout 12h -run Killed ./backend/sqlite -kills $(KILLS) -seed $(or $(SEED),5)
	@build/tools/deps.sh test
	TUNGBUOC_CHAOS=$(ROUNDS) TUNGBUOC_SEED=$(SEED) TUNGBUOC_LONG=$(CURDIR)/$(LONG) \
	  go test -count=1 -v -timeout 12h -tags window -run '^TestFailuresInAnyOrder$$' ./backend/e2e/window

soak: build ## SESSIONS=2000 whole visits in the real window, what it holds drawn into docs/benchmarks; FOR=30m ends it earlier
	@build/tools/deps.sh test
	TUNGBUOC_SOAK=$(SESSIONS) TUNGBUOC_SOAK_FOR=$(FOR) TUNGBUOC_SEED=$(SEED) TUNGBUOC_LONG=$(CURDIR)/$(LONG) \
	  go test -count=1 -v -timeout 48h -tags window -run '^TestSoak$$' ./backend/e2e/window

##@ Now and then

screens: build ## renew the pictures of docs/screens that the real window shows
	$(TEST) test-window SHOTS=docs/screens
	@build/tools/linked.sh

pictures: screens ## renew every picture of docs: screens, components, paper
	@build/tools/deps.sh test
	@build/tools/pictures.sh

manual: ## renew the pictures of the manual for staff, docs/huong-dan
	@build/tools/deps.sh test
	cd frontend && npm run build
	@build/tools/manual.sh

bench: build ## measure the figures of docs/benchmarks.md
	@build/tools/deps.sh test bench
	@build/tools/bench.sh

deps: ## install what building and testing need
	@build/tools/deps.sh build test windows

clean: ## remove what was built
	rm -rf build/bin build/review build/shots dist frontend/dist/assets frontend/dist/index.html
