# Writes commit.h, with the commit of the sources. Run at every build; the file changes only when the commit does.
# usage: cmake -DSOURCE_DIR=... -DHEADER=... -P commit.cmake
set(commit "")
find_program(GIT git)
if(GIT AND EXISTS ${SOURCE_DIR}/.git) # not that of a checkout around an unpacked archive
  execute_process(COMMAND ${GIT} -C ${SOURCE_DIR} describe --always --exclude=* --abbrev=7 "--dirty=, modified"
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${HEADER} @ONLY CONTENT [[
// SPDX-License-Identifier: MIT
// Written by cmake/commit.cmake.
#define WARDMAP_COMMIT "@commit@"
]])
