// SPDX-License-Identifier: MIT
// Writes an output folder as the program does, and nothing else, so that every step of it can be
// made to fail in a short time: write_output FOLDER [WORD FORMER...]
#include <cstdio>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/staged_files.h"

int main(int argc, char* argv[]) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty()) return 2;
    wardmap::note_interrupts();
    try {
        wardmap::OutputFolder folder(words[0]);
        if (words.size() == 1) return 0; // it has only restored
        wardmap::StagedFiles files(folder);
        files.add("maps/" + words[1] + ".txt", words[1]);
        files.add("list.txt", words[1]);
        files.add("only-" + words[1] + "/x.txt", words[1]);
        folder.commit({words.begin() + 2, words.end()});
        return 0;
    } catch (const wardmap::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return error.exit_code();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
