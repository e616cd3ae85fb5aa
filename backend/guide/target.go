package guide

import "strings"

// partMark stands in a name between what it is of and which part of that is meant: the
// fee of a service, the order of its steps, for whom a step is.
const partMark = "#"

// apart takes the name of a place apart: the file it is in (the key of a service, or
// "flow " and that of a flow), the id of the step or the line, and the part of it that
// is meant. What a name does not say is "".
func apart(target string) (file, id, part string) {
	target, part, _ = strings.Cut(target, partMark)
	file, id, _ = strings.Cut(target, "/")
	return file, id, part
}

// ServiceOf is the key of the service that a name is of, or in whose file it stands;
// of what several lessons share, the name of its file.
func ServiceOf(target string) string {
	file, _, _ := apart(target)
	return file
}

// IsNumber says whether a name is that of a part of a service as a whole: one of its
// numbers, a sentence with a number, the order of its steps.
func IsNumber(target string) bool {
	_, id, part := apart(target)
	return id == "" && part != ""
}

// IsFact says whether a name is that of one of the four numbers of a service, which
// has its place also where no source says it.
func IsFact(target string) bool { return FactLabel(target) != "" }

// FactLabel is what the page calls one of the four numbers of a service; "" of
// another place.
func FactLabel(target string) string {
	_, id, part := apart(target)
	for _, c := range claimsOf {
		if id == "" && c.name == part {
			return c.label
		}
	}
	return ""
}

// IsOrder says whether a name is that of the order of a service's steps.
func IsOrder(target string) bool {
	_, id, part := apart(target)
	return id == "" && part == orderName
}

// IsWhen says whether a name is that of for whom a step or a line of a service is.
func IsWhen(target string) bool {
	file, id, part := apart(target)
	return id != "" && part == whenName && !strings.HasPrefix(file, "flow ")
}

// IsScreen says whether a name is that of the words on the drawn screen of a step.
func IsScreen(target string) bool {
	_, id, part := apart(target)
	return id != "" && part == screenName
}

// IsArranged says whether a name is that of what an office arranges without writing:
// the order of steps, or for whom one is.
func IsArranged(target string) bool { return IsOrder(target) || IsWhen(target) }
