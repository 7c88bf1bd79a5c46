# Completes roster in fish: roster completion fish > ~/.config/fish/completions/roster.fish
# Asks `roster complete`, which knows the commands and reads names from the store.

function __roster_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answers ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
    if test "$answers[1]" = ':files'
        __fish_complete_path $current
    else
        printf '%s\n' $answers
    end
end

complete -c roster -f -a '(__roster_complete)'
