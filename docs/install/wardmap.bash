# bash completion for wardmap
_wardmap() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="draw check new --help --version"
    else
        case $before in
        --only) words="maps data maps,data" ;;
        --style) words="committee committee-landscape greyscale" ;;
        --layer | --where | --crs) return ;;
        --out) COMPREPLY=($(compgen -d -- "$word")); return ;;
        *) words="--category --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = draw ] && words="$words --out --only --style"
           [ "${COMP_WORDS[1]}" = new ] && words="--out --layer --where --crs --force --help" ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ "${word#-}" = "$word" ] && [ "$COMP_CWORD" -gt 1 ]; then
        local only='!*.toml'
        [ "${COMP_WORDS[1]}" = new ] && only=''
        COMPREPLY+=($(compgen -o plusdirs -f -X "$only" -- "$word"))
    fi
}
complete -F _wardmap wardmap
