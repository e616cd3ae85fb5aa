package printer

import (
	"errors"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The print functions of Windows that golang.org/x/sys does not have.
var (
	winspool           = windows.NewLazySystemDLL("winspool.drv")
	procEnumPrinters   = winspool.NewProc("EnumPrintersW")
	procDefaultPrinter = winspool.NewProc("GetDefaultPrinterW")
	procOpenPrinter    = winspool.NewProc("OpenPrinterW")
	procClosePrinter   = winspool.NewProc("ClosePrinter")
	procEnumJobs       = winspool.NewProc("EnumJobsW")
	procSetJob         = winspool.NewProc("SetJobW")

	procAssocQuery = windows.NewLazySystemDLL("shlwapi.dll").NewProc("AssocQueryStringW")
)

const (
	enumLocal       = 0x2 // PRINTER_ENUM_LOCAL
	enumConnections = 0x4 // PRINTER_ENUM_CONNECTIONS
	jobDelete       = 5   // JOB_CONTROL_DELETE
	mostJobs        = 255

	attributeWorkOffline = 0x400
)

// The bits of PRINTER_INFO_2.Status.
const (
	statusPaused          = 0x1
	statusPendingDeletion = 0x4
	statusOffline         = 0x80
	statusBusy            = 0x200
	statusPrinting        = 0x400
	statusNotAvailable    = 0x1000
	statusProcessing      = 0x4000
)

// The bits of JOB_INFO_1.Status.
const (
	statusJobPaused   = 0x1
	statusJobDeleting = 0x4
	statusJobPrinting = 0x10
	statusJobPrinted  = 0x80
	statusJobDeleted  = 0x100
	statusJobComplete = 0x1000
)

// bit says which IPP reason a status bit of Windows means, so that one table of
// sentences serves both.
type bit struct {
	mask   uint32
	reason string
}

var printerBits = []bit{
	{statusPaused, "paused"}, {0x2, "other"}, {0x8, "media-jam"}, {0x10, "media-empty"},
	{0x20, "media-needed"}, {0x40, "media-needed"}, {statusOffline, "offline"}, {0x800, "output-area-full"},
	{statusNotAvailable, "offline"}, {0x20000, "toner-low"}, {0x40000, "toner-empty"},
	{0x100000, "other"}, {0x400000, "door-open"},
}

var jobBits = []bit{
	{statusJobPaused, "paused"}, {0x2, "other-error"}, {0x20, "offline"}, {0x40, "media-empty"},
	{0x200, "spool-area-full"}, {0x400, "other"},
}

func reasonsOf(bits []bit, status uint32) []string {
	var all []string
	for _, b := range bits {
		if status&b.mask != 0 {
			all = append(all, b.reason)
		}
	}
	return all
}

// printerInfo is PRINTER_INFO_2W.
type printerInfo struct {
	server, name, share, port, driver, comment, location *uint16
	devMode                                              uintptr
	sepFile, processor, dataType, parameters             *uint16
	security                                             uintptr
	attributes, priority, defaultPriority                uint32
	startTime, untilTime, status, jobs, pagesPerMinute   uint32
}

// jobInfo is JOB_INFO_1W.
type jobInfo struct {
	id                                                uint32
	printer, machine, user, document, dataType, words *uint16
	status, priority, position, total, printed        uint32
	submitted                                         windows.Systemtime
}

// spoolJob is what is used of a job.
type spoolJob struct {
	document, words string
	status          uint32
	pages           int
}

// fill calls a function of the Enum kind, which tells how much room it needs. It
// asks again because a printer may be added in between. The room is in 8-byte
// words so that the structs in it are aligned.
func fill(call func(buf *uint64, size uint32, needed, count *uint32) (uintptr, error)) ([]uint64, int, error) {
	buf := make([]uint64, 2048)
	for range 5 {
		var needed, count uint32
		ok, err := call(&buf[0], uint32(len(buf)*8), &needed, &count)
		if ok != 0 {
			return buf, int(count), nil
		}
		if errors.Is(err, windows.ERROR_SUCCESS) {
			return buf, 0, nil // refused without a reason: a print provider that lists nothing, such as Wine's
		}
		if !errors.Is(err, windows.ERROR_INSUFFICIENT_BUFFER) {
			return nil, 0, err
		}
		buf = make([]uint64, needed/8+256)
	}
	return nil, 0, windows.ERROR_INSUFFICIENT_BUFFER
}

// enumPrinters lists the printers. Their texts stay readable until keep is called.
func enumPrinters() (infos []printerInfo, keep func(), err error) {
	if err := procEnumPrinters.Find(); err != nil {
		return nil, nil, err
	}
	buf, n, err := fill(func(buf *uint64, size uint32, needed, count *uint32) (uintptr, error) {
		ok, _, err := procEnumPrinters.Call(enumLocal|enumConnections, 0, 2, uintptr(unsafe.Pointer(buf)), uintptr(size),
			uintptr(unsafe.Pointer(needed)), uintptr(unsafe.Pointer(count)))
		return ok, err
	})
	if err != nil {
		return nil, nil, err
	}
	return unsafe.Slice((*printerInfo)(unsafe.Pointer(&buf[0])), n), func() { runtime.KeepAlive(buf) }, nil
}

// defaultPrinter is the name of the default printer, "" if there is none.
func defaultPrinter() string {
	if procDefaultPrinter.Find() != nil {
		return ""
	}
	buf := make([]uint16, 1024)
	size := uint32(len(buf))
	if ok, _, _ := procDefaultPrinter.Call(uintptr(unsafe.Pointer(&buf[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(buf)
}

// openPrinter gives a handle and the function that closes it.
func openPrinter(name string) (windows.Handle, func(), error) {
	p, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, nil, err
	}
	if err := procOpenPrinter.Find(); err != nil {
		return 0, nil, err
	}
	var handle windows.Handle
	if ok, _, err := procOpenPrinter.Call(uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(&handle)), 0); ok == 0 {
		return 0, nil, err
	}
	return handle, func() { _, _, _ = procClosePrinter.Call(uintptr(handle)) }, nil
}

// enumJobs gives the jobs of a printer by their number.
func enumJobs(printer string) (map[int]spoolJob, error) {
	handle, done, err := openPrinter(printer)
	if err != nil {
		return nil, err
	}
	defer done()
	buf, n, err := fill(func(buf *uint64, size uint32, needed, count *uint32) (uintptr, error) {
		ok, _, err := procEnumJobs.Call(uintptr(handle), 0, mostJobs, 1, uintptr(unsafe.Pointer(buf)), uintptr(size),
			uintptr(unsafe.Pointer(needed)), uintptr(unsafe.Pointer(count)))
		return ok, err
	})
	if err != nil {
		return nil, err
	}
	jobs := map[int]spoolJob{}
	for _, j := range unsafe.Slice((*jobInfo)(unsafe.Pointer(&buf[0])), n) {
		jobs[int(j.id)] = spoolJob{
			document: windows.UTF16PtrToString(j.document),
			words:    windows.UTF16PtrToString(j.words),
			status:   j.status,
			pages:    int(j.printed),
		}
	}
	runtime.KeepAlive(buf)
	return jobs, nil
}

// deleteJob takes a job out of a printer's queue.
func deleteJob(printer string, id int) error {
	handle, done, err := openPrinter(printer)
	if err != nil {
		return err
	}
	defer done()
	if ok, _, err := procSetJob.Call(uintptr(handle), uintptr(id), 0, 0, jobDelete); ok == 0 {
		return err
	}
	return nil
}
