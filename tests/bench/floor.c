/* mentor_floor: the least that reading a program can cost. Opens and reads every file of a directory's folders once,
 * one after another, and does nothing with the bytes. mentor_floor DIR [FOLDER...]    prints how many files and bytes
 * there were; folders like participants, else all */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char buffer[1 << 20];
static unsigned long long files, bytes;

static void fail(const char* what) {
  perror(what);
  exit(1);
}

static void read_file(int folder, const char* name) {
  const int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    fail(name);
  }
  ssize_t got;
  while ((got = read(file, buffer, sizeof buffer)) > 0) {
    bytes += (unsigned long long)got;
  }
  if (got < 0) {
    fail(name);
  }
  close(file);
  ++files;
}

/* What is in the folder. The folders within it are read if that is asked for; hidden ones are not. */
static void read_folder(int parent, const char* name, int with_folders) {
  const int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* entries = folder < 0 ? NULL : fdopendir(folder);
  if (entries == NULL) {
    fail(name);
  }
  const struct dirent* entry;
  while ((entry = readdir(entries)) != NULL) {
    if (entry->d_type == DT_REG) {
      read_file(folder, entry->d_name);
    } else if (with_folders && entry->d_type == DT_DIR && entry->d_name[0] != '.') {
      read_folder(folder, entry->d_name, 0);
    }
  }
  closedir(entries);
}

int main(int argc, char** argv) {
  if (argc < 2) {
    fputs("usage: mentor_floor DIR [FOLDER...]\n", stderr);
    return 2;
  }
  const int program = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (program < 0) {
    fail(argv[1]);
  }
  if (argc == 2) {
    read_folder(program, ".", 1);
  }
  for (int index = 2; index < argc; ++index) {
    read_folder(program, argv[index], 0);
  }
  printf("%llu files, %llu bytes\n", files, bytes);
  return 0;
}
