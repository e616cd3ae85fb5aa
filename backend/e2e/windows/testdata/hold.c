/* hold.exe WAY FILE: keeps a file busy until its input ends. WAY "open" shares
   it with nobody, as a viewer or a virus scanner may; "lock" locks its first
   byte, as another kiosk does. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv)
{
	HANDLE file;
	OVERLAPPED at = {0};
	if (argc != 3)
		return 2;
	int lock = wcscmp(argv[1], L"lock") == 0;
	file = CreateFileW(argv[2], GENERIC_READ | GENERIC_WRITE, lock ? FILE_SHARE_READ | FILE_SHARE_WRITE : 0,
		NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
	if (file == INVALID_HANDLE_VALUE)
		return 1;
	if (lock && !LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at))
		return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF)
		;
	return 0;
}
