# Completes roster in bash: source <(roster completion)
# Asks `roster complete`, which knows the commands and reads names from the store.

if [ -n "${ZSH_VERSION:-}" ]; then
    source <(roster completion zsh)
    return
fi

_roster() {
    local -a words=() program=()
    local i word before rest=$COMP_LINE current answer prefix='' breaks=''
    COMPREPLY=()

    # bash breaks words at : and =, too. What no blank parts is one word.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        before=${rest%%[![:space:]]*}
        rest=${rest#"$before"}
        rest=${rest#"$word"}
        if ((i > 0)) && [[ -z $before ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
    done
    current=${words[${#words[@]} - 1]}

    # An alias is no program; the alias is the user's own, and so safe to read.
    eval "program=(${BASH_ALIASES[${COMP_WORDS[0]}]:-${COMP_WORDS[0]}})"
    answer=$("${program[@]}" complete -- "${words[@]:1}" 2>/dev/null)
    if [[ $answer == ':files' ]]; then
        compopt -o default 2>/dev/null
        return
    fi

    # bash replaces only what follows the last break.
    [[ $COMP_WORDBREAKS == *:* ]] && breaks+=':'
    [[ $COMP_WORDBREAKS == *=* ]] && breaks+='='
    if [[ -n $breaks && $current != [\"\']* && $current == *[$breaks]* ]]; then
        prefix=${current%"${current##*[$breaks]}"}
    fi
    while IFS= read -r word; do
        [[ -n $word ]] || continue
        # A kind or a workspace is not the end of the word.
        [[ $word == *[:/] ]] && compopt -o nospace 2>/dev/null
        word=${word#"$prefix"}
        [[ $current == [\"\']* ]] || printf -v word '%q' "$word"
        COMPREPLY+=("$word")
    done <<<"$answer"
}

complete -F _roster roster
