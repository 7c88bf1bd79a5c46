#compdef roster
# Completes roster in zsh: source <(roster completion zsh)
# Asks `roster complete`, which knows the commands and reads names from the store.

_roster() {
    local -a answers program
    program=(${(z)${aliases[$words[1]]:-$words[1]}})
    answers=("${(@f)$(${~program} complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    answers=(${answers:#})
    if [[ "${answers[1]}" == ':files' ]]; then
        _files
        return
    fi
    local -a parts=(${(M)answers:#*[:/]}) whole=(${answers:#*[:/]})
    compadd -S '' -a parts
    compadd -a whole
}

if [[ "${funcstack[1]}" == _roster ]]; then
    _roster "$@"
else
    (( ${+functions[compdef]} )) || { autoload -Uz compinit && compinit; }
    compdef _roster roster
fi
