package io.sightings.ingest.jpeg;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse_ptr;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strdup;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import io.sightings.ingest.picture.PictureShape;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Runs pictures of one shape through a chain of FFmpeg's filters. Of one thread. */
final class PictureFilter implements AutoCloseable {
  private static final String FAILURE = "the picture cannot be converted for JPEG";

  private final AVFilterGraph graph = FfmpegErrors.allocated(avfilter_graph_alloc());
  private final AVFilterContext source = new AVFilterContext(null);
  private final AVFilterContext sink = new AVFilterContext(null);
  private final AVFrame result = FfmpegErrors.allocated(av_frame_alloc());

  /**
   * @param chain filters in FFmpeg's notation
   */
  PictureFilter(PictureShape shape, String chain) throws MediaException {
    try {
      // One picture at a time is too little work to share.
      graph.nb_threads(1);
      create(source, "buffer", "in", shape.filterArguments());
      create(sink, "buffersink", "out", null);
      connect(chain);
      FfmpegErrors.check(avfilter_graph_config(graph, null), FAILURE);
    } catch (MediaException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void create(
      @Nullable AVFilterContext filter,
      String kind,
      @Nullable String name,
      @Nullable String arguments)
      throws MediaException {
    FfmpegErrors.check(
        avfilter_graph_create_filter(
            filter, avfilter_get_by_name(kind), name, arguments, (Pointer) null, graph),
        FAILURE);
  }

  /** Seen from the chain, what it reads is the output of the source. */
  private void connect(String chain) throws MediaException {
    AVFilterInOut outputs = end("in", source);
    AVFilterInOut inputs = end("out", sink);
    try {
      FfmpegErrors.check(avfilter_graph_parse_ptr(graph, chain, inputs, outputs, null), FAILURE);
    } finally {
      avfilter_inout_free(inputs);
      avfilter_inout_free(outputs);
    }
  }

  private static AVFilterInOut end(String name, AVFilterContext filter) {
    AVFilterInOut end = FfmpegErrors.allocated(avfilter_inout_alloc());
    // FFmpeg frees the name with the end, so that it must be FFmpeg's own.
    try (BytePointer text = new BytePointer(name)) {
      end.name(av_strdup(text));
    }
    end.filter_ctx(filter);
    end.pad_idx(0);
    end.next(null);
    return end;
  }

  /** The filtered picture, valid until the next call; the one given stays as it is. */
  public AVFrame apply(AVFrame picture) throws MediaException {
    av_frame_unref(result);
    FfmpegErrors.check(
        av_buffersrc_add_frame_flags(source, picture, AV_BUFFERSRC_FLAG_KEEP_REF), FAILURE);
    FfmpegErrors.check(av_buffersink_get_frame(sink, result), FAILURE);
    return result;
  }

  @Override
  public void close() {
    av_frame_free(result);
    result.close();
    avfilter_graph_free(graph);
    graph.close();
  }
}
