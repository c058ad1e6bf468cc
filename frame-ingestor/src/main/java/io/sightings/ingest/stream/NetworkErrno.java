package io.sightings.ingest.stream;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Errors of the network as the C libraries number them; the presets name only some. FFmpeg returns
 * them negated.
 */
public enum NetworkErrno {
  ECONNREFUSED(111, 61, 107),
  ETIMEDOUT(110, 60, 138),
  EHOSTUNREACH(113, 65, 10065),
  EHOSTDOWN(112, 64, 10064),
  ENETUNREACH(101, 51, 10051),
  ENETDOWN(100, 50, 10050),
  ECONNRESET(104, 54, 10054),
  ECONNABORTED(103, 53, 10053),
  EPROTONOSUPPORT(93, 43, 135),
  EBUSY(16, 16, 16);

  private final int number;

  NetworkErrno(int linux, int mac, int windows) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    number = system.contains("mac") ? mac : system.contains("windows") ? windows : linux;
  }

  boolean is(int code) {
    return code == -number;
  }

  /**
   * @return null where it is none of these
   */
  public static @Nullable NetworkErrno of(int code) {
    for (NetworkErrno errno : values()) {
      if (errno.is(code)) {
        return errno;
      }
    }
    return null;
  }
}
