/**
 * Runs ONNX models and edits them while they are loaded.
 *
 * <p>Knows no face.
 */
package io.sightings.engine.onnx;
