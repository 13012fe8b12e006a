import json
import struct

from . import TYPES


def save_file(tensors, path, metadata=None):
    arrays = {name: x.contiguous().numpy() for name, x in tensors.items()}
    order = sorted(arrays, key=lambda name: -arrays[name].itemsize)
    header, end = {"__metadata__": metadata or {}}, 0
    for name in order:
        dtype = next(dtype for dtype, type in TYPES.items() if type == arrays[name].dtype.str)
        header[name] = {"dtype": dtype, "shape": list(arrays[name].shape), "data_offsets": [end, end + arrays[name].nbytes]}
        end += arrays[name].nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(arrays[name].tobytes() for name in order))
