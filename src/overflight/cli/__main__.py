"""`python -m overflight.cli`, the same as `overflight`."""

from overflight.cli import main

main()
