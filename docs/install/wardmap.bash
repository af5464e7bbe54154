# bash completion for wardmap
_wardmap() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="draw check explain --help --version"
    else
        case $before in
        --only) words="maps readings data maps,data" ;;
        --style) words="committee committee-landscape greyscale" ;;
        --out) COMPREPLY=($(compgen -d -- "$word")); return ;;
        *) words="--category --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = explain ] && words="$words --ward"
           [ "${COMP_WORDS[1]}" = draw ] && words="$words --out --only --style" ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ "${word#-}" = "$word" ] && [ "$COMP_CWORD" -gt 1 ]; then
        COMPREPLY+=($(compgen -o plusdirs -f -X '!*.toml' -- "$word"))
    fi
}
complete -F _wardmap wardmap
