# shellcheck shell=sh disable=SC2034
# Shell functions that the guest's boot scripts and services share.

# State of this boot: what the host handed over, and marks of finished stages.
state=/run/wherry

# Tells the host, which reads the serial console line by line.
say() { echo "@wherry $*" >/dev/console; }
fail() { say "fail $*"; }

# config NAME: what the host says about NAME, or fails when it says nothing.
config() { cat "/sys/firmware/qemu_fw_cfg/by_name/opt/dev.wherry/$1/raw" 2>/dev/null; }

# await MARK: returns once that stage has finished.
await() { until [ -e "$state/$1" ]; do sleep 0.05; done; }
