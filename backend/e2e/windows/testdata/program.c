/* Stands for SumatraPDF and for the viewer of PDF files: writes how it was
   started, an argument a line in UTF-8, beside itself into args.txt, and exits
   with the number in exit.txt, 0 without. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static FILE *beside(const wchar_t *name, const wchar_t *mode)
{
	wchar_t path[1024];
	GetModuleFileNameW(NULL, path, 900);
	wcscpy(wcsrchr(path, L'\\') + 1, name);
	return _wfopen(path, mode);
}

int wmain(int argc, wchar_t **argv)
{
	int code = 0, i;
	FILE *out = beside(L"args.part", L"wb"), *in;
	if (!out)
		return 90;
	for (i = 1; i < argc; i++) {
		char utf8[4096];
		WideCharToMultiByte(CP_UTF8, 0, argv[i], -1, utf8, sizeof utf8, NULL, NULL);
		fprintf(out, "%s\n", utf8);
	}
	fclose(out);
	wchar_t from[1024], to[1024];
	GetModuleFileNameW(NULL, from, 900);
	wcscpy(wcsrchr(from, L'\\') + 1, L"args.part");
	GetModuleFileNameW(NULL, to, 900);
	wcscpy(wcsrchr(to, L'\\') + 1, L"args.txt");
	MoveFileExW(from, to, MOVEFILE_REPLACE_EXISTING);
	if ((in = beside(L"exit.txt", L"rb"))) {
		if (fscanf(in, "%d", &code) != 1)
			code = 91;
		fclose(in);
	}
	return code;
}
