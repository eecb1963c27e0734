<h1>{{#_}}Sign in{{/_}}</h1>
{{>SIGN_IN_FORM}}
