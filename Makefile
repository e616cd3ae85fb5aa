# Từng Bước. "make run" opens the kiosk, "make test" checks everything; both
# install what they need first. The other targets are for daily work.

VERSION ?= 0.1.0
WAILS   := .tools/bin/wails
GOTAGS  := webkit2_41
LDFLAGS := -X tungbuoc/backend/guide.Version=$(VERSION)

export CGO_ENABLED = 1

.PHONY: run test build dev bench dist deps bindings review clean \
        test-go test-frontend test-e2e test-window lint help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

run: build ## build and open the kiosk (on a virtual screen where there is none)
	@build/tools/run.sh

test: ## install what is needed and run every check
	@build/tools/deps.sh build test
	@$(MAKE) --no-print-directory lint test-frontend build test-go test-e2e test-window
	@echo "make test: all passed"

deps: ## install what building and testing need
	@build/tools/deps.sh build test

build: ## build/bin/tungbuoc
	@build/tools/deps.sh build
	go generate ./backend/content ./backend/search
	$(WAILS) build -m -nosyncgomod -trimpath -tags "$(GOTAGS) compiled" -ldflags "$(LDFLAGS)"

dev: ## live reload in the browser, against the real Go backend
	@build/tools/deps.sh build
	@build/tools/dev.sh

lint: ## formatting, vet, static checks, generated files
	@build/tools/lint.sh

test-go: ## Go tests
	go test . ./backend/...
	go generate ./backend/content ./backend/search && go test -tags compiled -run 'Built|Open' ./backend/content ./backend/search
	go test -race ./backend/desktop ./backend/qr ./backend/picture ./backend/content ./backend/guide ./backend/printer ./backend/search/... ./backend/speech ./backend/sqlite

test-frontend: ## types, lint and unit tests of the screens
	cd frontend && npm run check && npm run lint && npm test && npm run build

test-e2e: ## every screen in Chromium against the real backend, with axe
	cd frontend && npm run e2e

test-window: ## the main journey on the real binary, by touch
	@mkdir -p docs/screens
	TUNGBUOC_KEEP_SHOTS=$(CURDIR)/docs/screens go test -count=1 -tags window ./backend/e2e/window

bindings: ## regenerate frontend/wailsjs after changing a bound method
	@build/tools/deps.sh build
	$(WAILS) generate module -tags $(GOTAGS)

review: build ## build/review/tung-buoc.html: all lessons on one page, for a person to read through
	@mkdir -p build/review
	@build/bin/tungbuoc content review --out build/review/tung-buoc.html

bench: build ## measure the figures of docs/benchmarks.md
	@build/tools/deps.sh test
	@build/tools/bench.sh

dist: build ## dist/: the Linux program and the Windows program
	@VERSION=$(VERSION) build/tools/dist.sh

clean: ## remove what was built
	rm -rf build/bin build/review dist frontend/dist/assets frontend/dist/index.html
