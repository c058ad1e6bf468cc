package io.sightings.process;

import java.util.List;
import java.util.Map;

/**
 * A JVM to be started.
 *
 * @param name what it is called in messages, and how its folder and log are named
 * @param jvm options of the JVM
 * @param mainClass what it becomes
 * @param arguments of the main class
 * @param classPath as in the variable CLASSPATH; folders of jars may end with {@code /*}
 * @param environment variables beside those of this process
 * @param bound whether it ends with this process; otherwise it goes on alone, also when its
 *     terminal is closed
 */
public record ProcessSpec(
    String name,
    List<String> jvm,
    String mainClass,
    List<String> arguments,
    String classPath,
    Map<String, String> environment,
    boolean bound) {

  public ProcessSpec {
    jvm = List.copyOf(jvm);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
