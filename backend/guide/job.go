package guide

// Unfinished is a job on paper that was begun and is not finished.
type Unfinished struct {
	Begun string // YYYY-MM-DD HH:MM by the office's clock; filled in when kept
	Title string
	Order string // what was ordered, as package paper writes it
	Way   Way
	Place string // the printer or the folder
	Pages int
	Done  int // pages known to be out
}

// Calibration is how much longer or shorter than it should be a printer makes
// what it prints: 1 is true, 0.97 shrinks. The zero value means not measured.
type Calibration struct {
	Across, Down float64
	Measured     string // the day, YYYY-MM-DD; filled in when kept
}

// Bounds of what a calibration may be: beyond, the ruler was read wrongly or
// the printer fits pages to the paper.
const (
	minCalibration = 0.9
	maxCalibration = 1.1
)

// Check refuses a calibration that cannot be. Error: CodeInvalid.
func (c Calibration) Check() error {
	for _, f := range []float64{c.Across, c.Down} {
		if !(f >= minCalibration && f <= maxCalibration) {
			return Errorf(CodeInvalid, "Số đo lệch quá nhiều. Mời đo lại hai vạch dài trên tờ thước, tính bằng mi-li-mét.")
		}
	}
	return nil
}
