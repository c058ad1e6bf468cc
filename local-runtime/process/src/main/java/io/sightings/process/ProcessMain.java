package io.sightings.process;

import java.io.IOException;
import java.util.Arrays;

/**
 * What each JVM starts with: it ends itself with its parent where it is bound to it, and becomes
 * the class it is told to be.
 *
 * <p>A bound process has a pipe from its parent as its standard input. The pipe closes when the
 * parent dies, be it by kill -9: so nothing is ever left over.
 */
final class ProcessMain {
  static final String BOUND = "sightings.bound";

  private ProcessMain() {}

  /**
   * @param args the class to become, and its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    if (Boolean.getBoolean(BOUND)) {
      Thread parent = new Thread(ProcessMain::endWithParent, "parent");
      parent.setDaemon(true);
      parent.start();
    }
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void endWithParent() {
    try {
      int read;
      do {
        read = System.in.read();
      } while (read >= 0);
    } catch (IOException e) {
      // A pipe that breaks says the same as one that ends.
      Runtime.getRuntime().halt(1);
    }
    // The parent that could wait for an orderly end is gone.
    Runtime.getRuntime().halt(1);
  }
}
