package content

import (
	"fmt"
	"io/fs"

	"tungbuoc/backend/guide"
)

// FirstScreen reads only what the home screen shows: what the pack says of
// itself, and its topics. The rest of the returned pack is empty.
//
// Error: CodeContent.
func FirstScreen(fsys fs.FS) (*guide.Pack, error) {
	if hasCompiled(fsys) {
		if first, err := builtFirst(); err == nil {
			return &guide.Pack{Info: first.Info, Topics: first.Topics}, nil
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
	pack.Topics = topics.Topics
	if len(pack.Info.Languages) == 0 || len(pack.Topics) == 0 {
		return nil, guide.Errorf(guide.CodeContent, "Nội dung trong máy bị lỗi nên chưa mở được. Mời ông bà gọi cán bộ.")
	}
	return pack, nil
}
