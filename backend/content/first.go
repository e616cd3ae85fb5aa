package content

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// FirstScreen reads only what the home screen shows: what the pack says of
// itself, its topics, and the names of the services that may stand beside them.
// The rest of the returned pack is empty. Own are the keys of services that the
// office would have there; not all of them need be in the pack.
//
// Error: CodeContent.
func FirstScreen(fsys fs.FS, own ...string) (*guide.Pack, error) {
	if hasCompiled(fsys) {
		if first, err := builtFirst(); err == nil {
			return &guide.Pack{Info: first.Info, Topics: first.Topics, First: first.First, Services: first.Named}, nil
		}
	}
	pack := &guide.Pack{}
	var topics topicsFile
	for _, f := range []struct {
		name string
		into any
	}{{"pack.yaml", &pack.Info}, {"topics.yaml", &topics}} {
		var r reader
		_, err := r.open(fsys, f.name, MaxFileSize, f.into)
		if err == nil && len(r.problems) > 0 {
			err = fmt.Errorf("%v", r.problems)
		}
		if err != nil {
			return nil, guide.Wrap(err, guide.CodeContent, "Nội dung trong máy bị lỗi nên chưa mở được. Mời ông bà gọi cán bộ.")
		}
	}
	if err := pack.Info.Newer(); err != nil {
		return nil, err
	}
	pack.Topics, pack.First = topics.Topics, topics.first()
	pack.Services = shortcuts(fsys, slices.Concat([]string{topics.Emergency, topics.Always}, own[:min(len(own), guide.MaxCommon)], topics.Common))
	if len(pack.Info.Languages) == 0 || len(pack.Topics) == 0 {
		return nil, guide.Errorf(guide.CodeContent, "Nội dung trong máy bị lỗi nên chưa mở được. Mời ông bà gọi cán bộ.")
	}
	return pack, nil
}

// shortcuts reads the names of services. One that cannot be read is left out:
// [Load] says why.
func shortcuts(fsys fs.FS, keys []string) []guide.Service {
	var list []guide.Service
	for _, key := range keys {
		var s guide.Service
		r := reader{few: true}
		if _, err := r.open(fsys, "services/"+key+".yaml", MaxFileSize, &s); err == nil && len(r.problems) == 0 && !strings.Contains(s.ShortTitle(), "{") {
			list = append(list, s)
		}
	}
	return namesOnly(list)
}

// namesOnly gives services with nothing but what a name on the home screen needs.
func namesOnly(services []guide.Service) []guide.Service {
	list := make([]guide.Service, len(services))
	for i, s := range services {
		list[i] = guide.Service{Key: s.Key, Title: s.Title, Short: s.Short, Topic: s.Topic, Icon: s.Icon}
	}
	return list
}
