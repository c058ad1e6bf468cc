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
record Cost(double seconds, double cpuSeconds) {

  static Cost of(Callable<?> work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    work.call();
    return new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  Cost minus(Cost other) {
    return new Cost(seconds - other.seconds, cpuSeconds - other.cpuSeconds);
  }

  double framesPerSecond(int frames) {
    return frames / seconds;
  }

  double cpuMillisPerFrame(int frames) {
    return cpuSeconds * 1e3 / frames;
  }
}
