package io.sightings.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What some work took: by the clock, and of this process's processor time, which other processes on
 * a busy machine do not falsify.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all threads of this process
 */
record ProcessorCost(double seconds, double cpuSeconds) {

  static ProcessorCost of(Callable<?> work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    work.call();
    return new ProcessorCost(
        (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  ProcessorCost minus(ProcessorCost other) {
    return new ProcessorCost(seconds - other.seconds, cpuSeconds - other.cpuSeconds);
  }

  double framesPerSecond(int frames) {
    return frames / seconds;
  }

  double cpuMillisPerFrame(int frames) {
    return cpuSeconds * 1e3 / frames;
  }
}
