package staff

import (
	"strings"

	"tungbuoc/backend/guide"
)

// Nobody is the role that the door itself needs: it guards itself.
const Nobody guide.Role = ""

// needs says which role each bound method of the staff's needs. A method that is
// not here is refused to everybody.
var needs = map[guide.Role]string{
	Nobody: "Door EnterCode Recover Choose Unlock Lock",
	guide.RoleClerk: "OwnPIN Today Gaps SaveMissed " +
		"Paper Preview Printers Print Folders Save Progress Stop Unfinished Resume Forget Ruler PrintRuler Calibrate History Retire " +
		"Links LinkCode BeginLinks LinksControl JudgeLink UndoLink TryAddress UseAddress DropAddress " +
		"Notes Note SaveNote ShowNote TakeNote TakeAway BringBack Find " +
		"Wordings Wording Lesson Drawings NewOwn SaveWording AskWording AgreeOnWording ReturnWording DropWording " +
		"Commune SaveDetail ShowDetail " + // which detail needs an admin, guide.Detail says
		"Manual PrintManual SaveManual " +
		"Settings StepAside Leave CopyFolder " +
		"Recordings SaveScript Import Imported Clips Discard Restore",
	guide.RoleAdmin: "People AddPerson ChangePerson GivePIN RemovePerson NewRecovery RecoveryWritten PrintRecovery PutOff Trail SaveTrail Backup ChangeSetting " +
		"Updates UpdateFiles CheckUpdate TakeUpdate CancelUpdate",
}

// Needs says which role a bound method of the staff's needs; known is false for
// one that nobody has thought of.
func Needs(method string) (role guide.Role, known bool) {
	for role, methods := range needs {
		for name := range strings.FieldsSeq(methods) {
			if name == method {
				return role, true
			}
		}
	}
	return Nobody, false
}
