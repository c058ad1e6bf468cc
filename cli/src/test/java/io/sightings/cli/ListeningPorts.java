package io.sightings.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** TCP ports on which a process of this machine listens, as Linux tells them. */
public final class ListeningPorts {
  private static final String LISTENING = "0A";

  /** 127.0.0.1, the same inside IPv6, and ::1, in the byte order of /proc. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private ListeningPorts() {}

  /** Addresses that other machines reach, as hexadecimal address:port; none without /proc. */
  public static List<String> toOtherMachines(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> open = new ArrayList<>();
    if (!Files.exists(process)) {
      return open;
    }
    try {
      Set<String> sockets = sockets(process.resolve("fd"));
      for (String table : new String[] {"net/tcp", "net/tcp6"}) {
        for (String line : Files.readAllLines(process.resolve(table))) {
          String[] fields = line.strip().split("\\s+");
          if (fields[3].equals(LISTENING)
              && sockets.contains("socket:[" + fields[9] + "]")
              && !LOOPBACK.contains(fields[1].split(":")[0])) {
            open.add(fields[1]);
          }
        }
      }
      return open;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path each : all.toList()) {
        // One may be closed meanwhile.
        if (Files.isSymbolicLink(each)) {
          sockets.add(Files.readSymbolicLink(each).toString());
        }
      }
    }
    return sockets;
  }
}
