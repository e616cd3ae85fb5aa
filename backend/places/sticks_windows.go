package places

import "golang.org/x/sys/windows"

// Sticks lists the drives that can be taken out.
func Sticks() []string {
	var found []string
	drives, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	for i := range 26 {
		if drives&(1<<i) == 0 {
			continue
		}
		root := string(rune('A'+i)) + `:\`
		path, err := windows.UTF16PtrFromString(root)
		if err == nil && windows.GetDriveType(path) == windows.DRIVE_REMOVABLE {
			found = append(found, root)
		}
	}
	return found
}
