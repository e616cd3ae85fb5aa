package content

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"tungbuoc/backend/guide"
)

//go:embed all:pack
var shipped embed.FS

// Shipped is the pack built into the program, the same value each time.
func Shipped() fs.FS { return shippedPack() }

var shippedPack = sync.OnceValue(func() fs.FS {
	sub, err := fs.Sub(shipped, "pack")
	if err != nil {
		panic(err) // the folder is named in the embed line above
	}
	return sub
})

// The files of a pack that hold one list each.
type (
	topicsFile struct {
		Common    []string      `yaml:"common,omitempty" doc:"Services that residents come for most, in this order. The home screen shows four: what its own office counted first, then these."`
		Always    string        `yaml:"always,omitempty" doc:"A service that stands among those four whatever was counted."`
		Emergency string        `yaml:"emergency,omitempty" doc:"The service behind the red tile of the home screen, for who has just been cheated."`
		Topics    []guide.Topic `yaml:"topics" doc:"The tiles of the home screen, in order."`
	}
	linksFile struct {
		Links []guide.Link `yaml:"links" doc:"The registry: every address a code may lead to."`
	}
	hostsFile struct {
		Hosts []guide.Host `yaml:"hosts" doc:"The official hosts."`
	}
	figuresFile struct {
		Figures []guide.Figure `yaml:"figures" doc:"Numbers that several sentences state, written once."`
	}
	sourcesFile struct {
		Sources []guide.Source `yaml:"sources" doc:"Where facts come from."`
	}
)

// first is what stands on the home screen beside the tiles.
func (f topicsFile) first() guide.First {
	return guide.First{Common: f.Common, Always: f.Always, Emergency: f.Emergency}
}

// part is one file of a pack while it is read.
type part struct {
	name string // path in the pack
	into any    // pointer to what it decodes to
	kind string // kind and key by which guide names it in a problem
	key  string
	data []byte
	r    reader

	list     bool // one of the lists that every service may refer to
	optional bool // a pack without this file is whole
}

// Load reads and checks a pack. The library is nil when the pack has errors;
// the report is always complete.
func Load(fsys fs.FS) (*Library, *Report) {
	pack, _, report := load(fsys)
	report.sort()
	return report.library(pack, fsys), report
}

// library is the loaded pack, nil when the report has errors.
func (r *Report) library(pack *guide.Pack, fsys fs.FS) *Library {
	if len(r.Errors) > 0 {
		return nil
	}
	return &Library{Pack: pack, fsys: fsys}
}

// load reads and validates a pack, and keeps its files so that more problems
// can be located in them. The report is not sorted yet.
func load(fsys fs.FS) (*guide.Pack, []*part, *Report) {
	pack := &guide.Pack{}
	var topics topicsFile
	var links linksFile
	var hosts hostsFile
	var sources sourcesFile
	var figures figuresFile
	parts := []*part{
		{name: "pack.yaml", into: &pack.Info, kind: "pack"},
		{name: "topics.yaml", into: &topics, kind: "topics"},
		{name: "sources.yaml", into: &sources, kind: "sources"},
		{name: "hosts.yaml", into: &hosts, kind: "hosts"},
		{name: "links.yaml", into: &links, kind: "links"},
		{name: "figures.yaml", into: &figures, kind: "figures", optional: true},
		{name: "words.yaml", into: &pack.Words, kind: "words", optional: true},
		{name: "stories.yaml", into: &pack.Stories, kind: "stories", optional: true},
		{name: "plain.yaml", into: &pack.Plain, kind: "plain", optional: true},
		{name: "glossary.yaml", into: &pack.Glossary, kind: "glossary", optional: true},
		{name: "communes.yaml", into: &pack.Communes, kind: "communes", optional: true},
		{name: "speech.yaml", into: &pack.Speech, kind: "speech", optional: true},
	}
	for _, p := range parts {
		p.list = true
	}
	report := &Report{Errors: []Problem{}, Warnings: []Problem{}}
	services := folder(fsys, "services", "service", report, &parts, func() any { return &guide.Service{} })
	flows := folder(fsys, "flows", "flow", report, &parts, func() any { return &guide.Flow{} })

	readAll(fsys, parts)
	for _, p := range parts {
		report.Errors = append(report.Errors, p.r.problems...)
	}
	pack.First = topics.first()
	pack.Topics, pack.Links, pack.Hosts, pack.Sources, pack.Figures = topics.Topics, links.Links, hosts.Hosts, sources.Sources, figures.Figures
	var unfilled []guide.Problem
	for _, p := range services {
		if s := p.into.(*guide.Service); !p.r.unread {
			p.named(s.Key, report)
			if p.r.braces {
				unfilled = append(unfilled, pack.FillService(s)...)
			}
			pack.Services = append(pack.Services, *s)
		}
	}
	for _, p := range flows {
		if f := p.into.(*guide.Flow); !p.r.unread {
			p.named(f.Key, report)
			if p.r.braces {
				unfilled = append(unfilled, pack.FillFlow(f)...)
			}
			pack.Flows = append(pack.Flows, *f)
		}
	}
	if err := pack.Info.Newer(); err != nil {
		// What a newer program writes, this one takes for mistakes: say the one
		// thing that is true.
		report.Errors = []Problem{{File: "pack.yaml", Line: 1, Column: 1, Message: guide.Message(err), Mend: "Hoặc dùng gói cũ hơn."}}
		for _, p := range parts {
			if p.kind == "pack" {
				at := p.position("min_version")
				report.Errors[0].Line, report.Errors[0].Column = at.line, at.column
			}
		}
		report.count(pack)
		return pack, nil, report
	}
	if complete(parts) {
		locate(parts, append(unfilled, pack.Validate()...), report)
	}
	report.count(pack)
	return pack, parts, report
}

// folder lists the YAML files of a folder of the pack as parts.
func folder(fsys fs.FS, dir, kind string, report *Report, all *[]*part, into func() any) []*part {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		report.Errors = append(report.Errors, Problem{File: dir,
			Message: "Gói thiếu thư mục này.", Mend: "Mỗi gói cần thư mục services và flows."})
		return nil
	}
	if len(entries) > maxFiles {
		report.Errors = append(report.Errors, Problem{File: dir,
			Message: fmt.Sprintf("Thư mục có quá %d tệp.", maxFiles), Mend: "Bỏ bớt tệp không dùng."})
		return nil
	}
	var list []*part
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() || path.Ext(name) != ".yaml" || !e.Type().IsRegular() {
			report.Errors = append(report.Errors, Problem{File: name, Line: 1, Column: 1, whole: true,
				Message: "Tệp này không thuộc về gói.", Mend: "Chỉ để tệp .yaml ở đây."})
			continue
		}
		list = append(list, &part{name: name, into: into(), kind: kind, r: reader{few: true}})
	}
	*all = append(*all, list...)
	return list
}

// readAll reads the parts side by side: on a weak PC that halves the start.
func readAll(fsys fs.FS, parts []*part) {
	work := make(chan *part)
	var wg sync.WaitGroup
	var read atomic.Int64 // bytes
	for range min(4, runtime.NumCPU()) {
		wg.Go(func() {
			for p := range work {
				if read.Load() > maxPackSize {
					p.r.file, p.r.unread = p.name, true
					p.r.flawed(wholeFlaw("Gói lớn quá nên chưa đọc tới tệp này.", "Bỏ bớt tệp không dùng."))
					continue
				}
				data, err := p.r.open(fsys, p.name, MaxFileSize, p.into)
				read.Add(int64(len(data)))
				p.data = data
				if !errors.Is(err, fs.ErrNotExist) {
					continue
				}
				switch other := misnamed(fsys, p.name); {
				case other != "":
					p.r.flawed(wrongName(other, p.name))
				case p.optional:
					p.r.unread = false
				default:
					p.r.flawed(&notThere)
				}
			}
		})
	}
	for _, p := range parts {
		work <- p
	}
	close(work)
	wg.Wait()
}

// named checks that a file has the name of what it holds, and remembers it.
func (p *part) named(key string, report *Report) {
	p.key = key
	if want := strings.TrimSuffix(path.Base(p.name), ".yaml"); key != want && len(p.r.problems) == 0 {
		report.Errors = append(report.Errors, Problem{File: p.name, Line: 1, Column: 1,
			Message: "Tên tệp khác với key bên trong.", Mend: "Đổi tên tệp thành key, hoặc sửa key."})
	}
}

// locate turns problems of the domain into places in files. Files are read
// once more, with positions kept, only when something is wrong with them.
func locate(parts []*part, found []guide.Problem, report *Report) {
	for _, g := range found {
		i := slices.IndexFunc(parts, func(p *part) bool { return p.kind == g.Where.Kind && p.key == g.Where.Key })
		problem := Problem{File: g.Where.Kind, Line: 1, Column: 1, Message: g.Message, Mend: g.Mend}
		if i >= 0 {
			problem.File = parts[i].name
			pos := parts[i].position(g.Where.Path)
			problem.Line, problem.Column = pos.line, pos.column
		}
		if g.Warning {
			report.Warnings = append(report.Warnings, problem)
		} else {
			report.Errors = append(report.Errors, problem)
		}
	}
}

// position finds where path stands in the file: the value itself or, where it
// is missing, the nearest thing around it.
func (p *part) position(at string) position {
	if p.r.positions == nil {
		again := reader{file: p.name, few: p.r.few, positions: map[string]position{}}
		fresh := newLike(p.into)
		again.read(p.data, fresh)
		p.r.positions = again.positions
	}
	return near(p.r.positions, at)
}

// near is where path stands, or the nearest thing around it.
func near(positions map[string]position, at string) position {
	for {
		if pos, ok := positions[at]; ok {
			return pos
		}
		cut := strings.LastIndexAny(at, ".[")
		if cut < 0 {
			return position{1, 1}
		}
		at = at[:cut]
	}
}
