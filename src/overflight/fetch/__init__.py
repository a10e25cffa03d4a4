"""The network, and nothing else. Nothing leaves the machine unless the user names the address."""
