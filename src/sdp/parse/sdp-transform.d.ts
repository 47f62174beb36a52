declare module "sdp-transform" {
  const sdpTransform: { readonly parse: (text: string) => unknown };
  export default sdpTransform;
}
