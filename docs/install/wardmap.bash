# bash completion for wardmap
_wardmap() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="draw check explain bands backtest count new palettes site verify --help --version"
    else
        case $before in
        --only) words="maps readings data book snippets briefing explorer maps,data" ;;
        --style) words="a3 a3-landscape column committee committee-landscape greyscale half-page slide square tasking" ;;
        --layer | --where | --crs | --at | --name | --within | --wards | --type | --from | --to | --x | --y) return ;;
        --reference | --point | --date | --type-column | --id | --area | --boundaries-crs | --sheet) return ;;
        --by) words="month quarter year financial-year all" ;;
        --repeats) words="counted left-out" ;;
        --scheme) words="natural quantile equal deviation pretty box head-tail geometric maximum percentile deciles quintiles" ;;
        --out) if [ "${COMP_WORDS[1]}" = draw ]; then
                   COMPREPLY=($(compgen -d -- "$word")); return
               fi
               COMPREPLY=($(compgen -f -- "$word")); return ;;
        --freeze | --site | --sites | --project | --boundaries | --lookup) COMPREPLY=($(compgen -f -- "$word")); return ;;
        *) words="--category --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = explain ] && words="$words --ward"
           [ "${COMP_WORDS[1]}" = backtest ] && words="$words --wards"
           [ "${COMP_WORDS[1]}" = check ] && words="$words --fix"
           [ "${COMP_WORDS[1]}" = draw ] && words="$words --out --only --style --lint"
           [ "${COMP_WORDS[1]}" = bands ] && words="$words --scheme --count --out --style --freeze"
           [ "${COMP_WORDS[1]}" = site ] && words="$words --at --site --sites --name --within --out --style"
           [ "${COMP_WORDS[1]}" = count ] && words="--boundaries --layer --where --boundaries-crs --type --from --to --by --repeats --lookup --sheet --crs --x --y --reference --point --date --type-column --id --area --out --force --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = verify ] && words="--project --against --style --strict --threads --quiet --json --help"
           [ "${COMP_WORDS[1]}" = new ] && words="--out --layer --code --name --where --crs --json --force --help" ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ "${word#-}" = "$word" ] && [ "$COMP_CWORD" -gt 1 ]; then
        local only='!*.toml'
        [ "${COMP_WORDS[1]}" = new ] && only=''
        [ "${COMP_WORDS[1]}" = count ] && only=''
        [ "${COMP_WORDS[1]}" = verify ] && [ "$before" != --project ] && {
            COMPREPLY+=($(compgen -d -- "$word")); return
        }
        COMPREPLY+=($(compgen -o plusdirs -f -X "$only" -- "$word"))
    fi
}
complete -F _wardmap wardmap
