# Sourced by scripts that run the whole test program.

# in_two_parts PROGRAM FOLDER: all tests, in two parts of about the same length side by side. What a part prints comes
# as one piece, and is also in FOLDER/1 or FOLDER/2.
in_two_parts() {
    local program=$1 folder=$2 failed=0
    part() {
        local log=$folder/$1 status=0
        "$program" "$2" >"$log" 2>&1 || status=$?
        cat "$log"
        return "$status"
    }
    part 1 "[program],[cli]" &
    part 2 "~[program]~[cli]" || failed=1
    wait $! || failed=1
    return "$failed"
}
