package io.sightings.ingest.ffmpeg;

import java.util.List;
import java.util.Set;

/**
 * The formats that FFmpeg may recognise. All others are refused before their demuxer sees a byte,
 * also if other bytes precede the format's mark. None of these opens a file or an address that its
 * content names, except for {@link #PLAYLIST}, which streams alone may be: it opens segments, and
 * never a playlist within a segment.
 *
 * <p>The names are those of FFmpeg 8.0.1's demuxers. A context that a demuxer opens by itself
 * inherits the list.
 */
public final class FormatWhitelist {
  public static final String OPTION = "format_whitelist";

  /** HTTP Live Streaming. */
  static final String PLAYLIST = "hls";

  /** Containers and raw video that hold all they need. */
  private static final List<String> SELF_CONTAINED =
      List.of(
          // MP4, QuickTime, 3GP; references to other files are off by default (enable_drefs).
          "mov,mp4,m4a,3gp,3g2,mj2",
          "matroska,webm",
          "avi",
          "mpegts",
          "mpeg",
          "mpegvideo",
          "m4v",
          "flv",
          "live_flv",
          "kux",
          "asf",
          "asf_o",
          "mxf",
          "gxf",
          "ogg",
          "nut",
          "nuv",
          "nsv",
          "rm",
          "wtv",
          "pva",
          "dv",
          "dhav",
          "h261",
          "h263",
          "h264",
          "hevc",
          "ivf",
          "av1",
          "obu",
          "vc1",
          "vc1test",
          "cavsvideo",
          "dirac",
          "dnxhd",
          "mjpeg",
          "mjpeg_2000",
          "smjpeg",
          "swf",
          "gif",
          "apng",
          "yuv4mpegpipe");

  /** What else cameras and servers send: sessions, and single pictures. */
  private static final List<String> LIVE =
      List.of("rtsp", "rtp", "mpjpeg", "mpegtsraw", "jpeg_pipe", "png_pipe", "webp_pipe");

  private FormatWhitelist() {}

  /** Of files: what was uploaded, found in a folder, or named. */
  public static String files() {
    return String.join(",", SELF_CONTAINED);
  }

  /** Of streams. */
  public static String streams() {
    return String.join(",", files(), String.join(",", LIVE), PLAYLIST);
  }

  /** Whether a stream may be of a format that its settings name. */
  public static boolean isStream(String format) {
    return Set.of(streams().split(",")).contains(format);
  }
}
