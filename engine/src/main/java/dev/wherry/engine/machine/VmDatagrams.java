// The VM's UDP ports, as the forwards use them.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.util.Map;

import dev.wherry.engine.forward.DatagramPorts;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;

/**
 * The UDP ports of a running VM.
 *
 * @param vm the VM
 */
record VmDatagrams(RunningVm vm) implements DatagramPorts {

    @Override
    public Map<Integer, Integer> open() throws IOException {
        try {
            return vm.udpForwards();
        } catch (HypervisorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void open(int guestPort) throws IOException {
        try {
            vm.addUdpForward(guestPort);
        } catch (HypervisorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close(int hostPort) throws IOException {
        try {
            vm.removeUdpForward(hostPort);
        } catch (HypervisorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
