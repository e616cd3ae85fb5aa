#!/usr/bin/env bash
# The inner loop. Tests run for guide, content and the packages that differ from
# the main branch; go vet compiles all others with their tests. The tests of cli,
# desktop and e2e take minutes: they are left to make test.
set -euo pipefail
cd "$(dirname "$0")/../.."

base=$(git merge-base HEAD origin/main 2>/dev/null || git merge-base HEAD main 2>/dev/null || git rev-parse HEAD)
changed=$(git diff --name-only "$base"; git ls-files --others --exclude-standard)

badly=$(gofmt -l main.go main_test.go backend build)
[ -z "$badly" ] || { echo "gofmt would change: $badly"; exit 1; }
go vet . ./backend/... ./build/...

packages=(./backend/guide ./backend/content)
slow=()
other=()
while read -r dir; do
  until compgen -G "$dir/*.go" >/dev/null; do dir=$(dirname "$dir"); done # from testdata or the pack to its package
  case $dir in
    backend) packages+=("./backend") ;;
    backend/cli* | backend/desktop* | backend/e2e*) slow+=("$dir") ;;
    backend/safefile/powercut*) other+=("$dir") ;; # a module of its own
    *) packages+=("./$dir") ;;
  esac
done < <(sed -n 's|^\(backend/.*\)/[^/]*$|\1|p; s|^backend/[^/]*$|backend|p' <<<"$changed" | sort -u)
mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sort -u)
go test . "${packages[@]}"
for dir in "${other[@]}"; do (cd "$dir" && go test .); done

if grep -q '^frontend/' <<<"$changed"; then
  (cd frontend && npm run --silent check)
fi
[ ${#slow[@]} -eq 0 ] || echo "quick: not run, they take minutes: $(printf '%s\n' "${slow[@]}" | sort -u | tr '\n' ' ')"
echo "quick: passed"
