# Names of the lanes and of what is run by hand. `just` is optional: each line is a plain command.

# Format, lints, unit tests and data cases (minutes).
quick:
    tests/run quick

# Everything of Rust.
core:
    tests/run core

# Everything: core and both apps.
all:
    tests/run

# Build the rule pack from its sources.
pack:
    cargo run --release -p yanka-rules -- build rules/sources -o rules/pack/yanka.pack

# Check a photographed card.
scan PHOTO:
    cargo run --release -- scan {{PHOTO}}

# Measure SUBJECT (photos, cards, links, imitations, ordinary, texts …) on data outside the tests.
measure SUBJECT *ARGS:
    cargo run --release -p yanka-tests --bin measure -- {{SUBJECT}} {{ARGS}}

# Throw COUNT seeded inputs at SUBJECT (links, photos, texts).
fuzz SUBJECT COUNT='1000000' SEED='1':
    cargo run --config .cargo/checked.toml --release -p yanka-tests --bin fuzz -- {{SUBJECT}} {{COUNT}} {{SEED}}
