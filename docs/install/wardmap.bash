# bash completion for wardmap
_wardmap() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="draw check palettes --help --version"
    else
        case $before in
        --only) words="maps data maps,data" ;;
        --style) words="a3 a3-landscape column committee committee-landscape greyscale half-page slide square tasking" ;;
        --out) COMPREPLY=($(compgen -d -- "$word")); return ;;
        *) words="--category --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = draw ] && words="$words --out --only --style --lint" ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ "${word#-}" = "$word" ] && [ "$COMP_CWORD" -gt 1 ]; then
        COMPREPLY+=($(compgen -o plusdirs -f -X '!*.toml' -- "$word"))
    fi
}
complete -F _wardmap wardmap
